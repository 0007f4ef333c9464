package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Optional;

/** People talk to the robot, tap links and cards; and the company has events. */
final class Talk {
  private final Company company;
  private final HttpPushes http;
  private volatile Pushes pushes;

  Talk(Company company, HttpPushes http) {
    this.company = company;
    this.http = http;
    this.pushes = http;
  }

  void pushBy(Pushes other) {
    pushes = other;
  }

  Delivery say(Said said, Manner manner) {
    RobotMessage message = new RobotMessage(company, said);
    Sessions.Session session = session(said);
    String msgId = company.nextId("msg");
    String body = message.body(msgId, session).toString();
    int again = manner.redeliveries() + company.faults().redeliveries();
    Delivery delivery = pushes.message(msgId, body, new Manner(manner.tampering(), again));
    delivery.reply().flatMap(Talk::content).ifPresent(content -> keep(content, session));
    return delivery;
  }

  private Sessions.Session session(Said said) {
    String known = company.people().find(said.user()).map(Person::userId).orElse("");
    return said.group()
        .map(group -> company.sessions().open(existing(group), known, true))
        .orElseGet(() -> company.sessions().open("cidOf" + said.user() + "==", known, false));
  }

  private String existing(String group) {
    return company
        .groups()
        .find(group)
        .map(Group::id)
        .orElseThrow(() -> new IllegalArgumentException("No such group: " + group));
  }

  private void keep(Content content, Sessions.Session session) {
    company.keep(company.nextId("r"), Route.REPLY, content, company.receipt(session));
  }

  /** What the answer to a callback says; empty and unreadable answers say nothing. */
  private static Optional<Content> content(String reply) {
    try {
      Fields body = new Fields(JsonParser.parseString(reply).getAsJsonObject());
      return body.text("msgtype").equals("empty")
          ? Optional.empty()
          : Optional.of(WebhookRules.accepted(body));
    } catch (JsonParseException | IllegalStateException | Refused e) {
      return Optional.empty();
    }
  }

  /** The links that this person can tap in a message. */
  Map<String, String> links(String messageId, String user) {
    return company
        .messages()
        .find(messageId)
        .filter(sent -> sent.isShownTo(user))
        .map(sent -> Links.in(sent.content()))
        .orElse(Map.of());
  }

  Delivery tapLink(String messageId, String user, String labelOrWords) {
    String words =
        links(messageId, user).entrySet().stream()
            .filter(
                each -> each.getKey().equals(labelOrWords) || each.getValue().equals(labelOrWords))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(user + " cannot tap " + labelOrWords + " there."));
    String conversation =
        company.messages().find(messageId).map(sent -> sent.receipt().conversation()).orElse("");
    Said said = Said.text(user, words);
    boolean group = company.groups().find(conversation).isPresent();
    return say(group ? said.in(conversation) : said, Manner.PLAIN);
  }

  Map<String, String> buttons(String outTrackId) {
    return company
        .cards()
        .find(outTrackId)
        .map(card -> CardButtons.of(card.params()))
        .orElse(Map.of());
  }

  /** The id of the button comes back both ways that developers have seen. */
  Delivery tapButton(String outTrackId, String user, String labelOrId, Manner manner) {
    String id =
        buttons(outTrackId).entrySet().stream()
            .filter(each -> each.getKey().equals(labelOrId) || each.getValue().equals(labelOrId))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(user + " cannot tap " + labelOrId + " there."));
    JsonObject params = new JsonObject();
    params.addProperty("id", id);
    return tap(outTrackId, user, new Tapped(id, params), manner);
  }

  /** What a tap brings: the id of what was tapped, and what the template adds. */
  private record Tapped(String actionId, JsonObject params) {}

  Delivery tapCard(String outTrackId, String user, JsonObject params, Manner manner) {
    return tap(outTrackId, user, new Tapped("1", params), manner);
  }

  private Delivery tap(String outTrackId, String user, Tapped tapped, Manner manner) {
    SentMessage sent =
        company
            .messages()
            .find(outTrackId)
            .filter(each -> each.route() == Route.CARD && each.isShownTo(user))
            .orElseThrow(() -> new IllegalArgumentException(user + " has no card " + outTrackId));
    Cards.Shown card = company.cards().find(outTrackId).orElseThrow();
    String body = tapBody(sent, user, tapped).toString();
    if (card.callbackType().equals("STREAM")) {
      return pushes.cardTap(outTrackId, body, manner);
    }
    Cards.Address to =
        company
            .cards()
            .address(card.routeKey())
            .orElseThrow(() -> new IllegalStateException("No callback: " + card.routeKey()));
    return http.cardTap(outTrackId, to, body, manner);
  }

  private JsonObject tapBody(SentMessage sent, String user, Tapped tapped) {
    JsonObject chosen = new JsonObject();
    JsonArray ids = new JsonArray();
    ids.add(tapped.actionId());
    chosen.add("actionIds", ids);
    chosen.add("params", tapped.params());
    JsonObject content = new JsonObject();
    content.add("cardPrivateData", chosen);
    JsonObject body = new JsonObject();
    body.addProperty("type", "actionCallback");
    body.addProperty("outTrackId", sent.id());
    body.addProperty("corpId", company.app().corpId());
    body.addProperty("userId", user);
    body.addProperty(
        "spaceType", sent.receipt().conversation().isEmpty() ? "IM_ROBOT" : "IM_GROUP");
    body.addProperty("content", content.toString());
    return body;
  }

  Delivery happen(Event event, Manner manner) {
    String id = company.nextId("event");
    JsonObject body = new JsonObject();
    body.addProperty("EventType", event.type());
    body.addProperty("TimeStamp", String.valueOf(company.clock().millis()));
    body.addProperty("CorpId", company.app().corpId());
    body.addProperty("eventId", id);
    event.fields().asMap().forEach(body::add);
    return pushes.event(id, event.type(), body.toString(), manner);
  }
}
