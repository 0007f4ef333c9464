package io.kouxin.bot.walk;

import io.kouxin.bot.walk.ServiceClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who goes on with the walk whatever happens to the service. What got no answer is looked
 * for in the chat, and said again only if it is not there.
 */
final class PersistentRep {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ServiceProcess service;
  private final String id;

  /** What was done in the chat, in order: the words, or what stands for them. */
  private final List<String> done = new ArrayList<>();

  /** The ids that a 202 brought. */
  private final List<String> acknowledged = new ArrayList<>();

  private final List<String> memos = new ArrayList<>();

  PersistentRep(ServiceProcess service, String id) {
    this.service = service;
    this.id = id;
  }

  private interface Request {
    Answer send(ServiceClient client) throws IOException;
  }

  String id() {
    return id;
  }

  /** Types a memo; its card will name this customer. */
  void memo(String customer, String text) {
    memos.add(customer);
    say(text);
  }

  /** Types something that is no memo. */
  void say(String text) {
    surely(text, client -> client.say(id, text));
  }

  void note(String file) {
    memos.add(file);
    surely("", client -> client.upload(id, Voices.note(file)));
  }

  /** Taps the button with this verb on the card of a customer. */
  void tap(String customer, String verb) {
    JsonNode card = card(customer).orElseThrow().path("card");
    JsonNode button =
        buttons(card).stream()
            .filter(each -> each.path("action").asString("").startsWith(verb + "|"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + verb + " on " + card));
    String key = card.path("key").asString("");
    String action = button.path("action").asString("");
    surely(button.path("label").asString(""), client -> client.tap(id, key, action));
  }

  private static List<JsonNode> buttons(JsonNode card) {
    List<JsonNode> buttons = new ArrayList<>();
    card.path("buttons").forEach(buttons::add);
    return buttons;
  }

  private void surely(String what, Request request) {
    for (boolean there = false; !there; ) {
      try {
        Answer answer = request.send(service.client());
        if (answer.status() != 202) {
          throw new AssertionError(what + ": " + answer);
        }
        acknowledged.add(answer.body().path("id").asString(""));
        there = true;
      } catch (IOException noAnswer) {
        there = mine().size() > done.size();
      }
    }
    done.add(what);
  }

  /** Until this many cards of memos are in the chat. */
  void awaitCards(int count) {
    Await.until(count + " cards for " + id, PATIENCE, () -> cards().size() >= count);
  }

  /** Until the card of this customer shows these words. */
  void awaitOnCard(String customer, String words) {
    Await.until(
        words + " on the card of " + customer,
        PATIENCE,
        () -> card(customer).orElseThrow().path("card").toString().contains(words));
  }

  /** Until everything that was said has been worked on and nothing waits to leave. */
  void awaitRest() {
    Await.until("rest for " + id, PATIENCE, () -> isAtRest(chat()));
  }

  private static boolean isAtRest(List<JsonNode> chat) {
    return chat.stream().allMatch(item -> item.path("state").asString("").equals("sent"));
  }

  /** All bubbles, both sides; asks again while the service is away. */
  List<JsonNode> chat() {
    List<List<JsonNode>> answer = new ArrayList<>();
    Await.until("an answer", PATIENCE, () -> answer.add(service.client().chat(id)));
    return answer.getLast();
  }

  List<JsonNode> mine() {
    return chat().stream().filter(item -> item.path("from").asString("").equals("me")).toList();
  }

  List<JsonNode> heard() {
    return chat().stream().filter(item -> item.path("from").asString("").equals("bot")).toList();
  }

  /** The cards of memos, in the order of the chat. */
  List<JsonNode> cards() {
    return chat().stream()
        .filter(item -> item.path("card").path("key").asString("").startsWith("card:"))
        .toList();
  }

  Optional<JsonNode> card(String customer) {
    return cards().stream()
        .filter(item -> item.path("card").path("title").asString("").contains(customer))
        .findFirst();
  }

  List<String> done() {
    return List.copyOf(done);
  }

  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  List<String> memos() {
    return List.copyOf(memos);
  }
}
