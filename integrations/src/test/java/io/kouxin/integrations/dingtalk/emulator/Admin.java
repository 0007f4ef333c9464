package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What no platform has: paths to act as its people and its weather, and to see what it was sent.
 */
final class Admin {
  static final String PREFIX = "/admin";
  private static final long A_SECOND = 1_000;
  private final DingTalkEmulator emulator;
  private final Map<String, Function<ApiCall, Object>> endpoints = new HashMap<>();

  Admin(DingTalkEmulator emulator) {
    this.emulator = emulator;
    on("GET /sent", call -> Shown.sent(emulator, call.query("limit")));
    on("GET /calls", call -> emulator.calls());
    on("GET /refusals", call -> emulator.refusals());
    on("POST /inject", this::inject);
    on("POST /event", this::event);
    on("POST /tap-link", this::tapLink);
    on("POST /tap-card", this::tapCard);
    on("POST /read", this::read);
    on("GET /check-url", call -> Map.of("ok", emulator.checkUrl()));
    on("POST /tokens", this::tokens);
    on("POST /sign-in-code", this::code);
    on("POST /sessions/end", this::endSessions);
    on("POST /clock/advance", this::advance);
    on("GET /people", call -> emulator.people().all());
    on("POST /people", this::person);
    on("GET /groups", call -> emulator.groups().all());
    on("POST /templates", this::template);
    on("GET /quota", call -> Shown.quota(emulator));
    on("POST /quota", this::quota);
    on("GET /faults", call -> Map.of("faults", emulator.faults().shown()));
    on("DELETE /faults", this::clearFaults);
    on("POST /faults", this::setFault);
  }

  private void on(String endpoint, Function<ApiCall, Object> work) {
    endpoints.put(endpoint.replaceFirst(" ", " " + PREFIX), work);
  }

  Answer answer(ApiCall call) {
    if (call.path().equals(PREFIX) || call.path().equals(PREFIX + "/")) {
      return Answer.of(200, "text/html; charset=UTF-8", AdminPage.html());
    }
    Function<ApiCall, Object> work = endpoints.get(call.method() + " " + call.path());
    if (work == null) {
      return Answer.json(404, Map.of("error", "No such path: " + call.path()));
    }
    try {
      return Answer.json(200, work.apply(call));
    } catch (Refused refused) {
      return Answer.json(400, Map.of("error", "The body is no JSON object."));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Answer.json(409, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private Object inject(ApiCall call) {
    Fields request = call.json();
    Said said =
        new Said(
            request.text("kind"),
            request.text("user"),
            filled(request.text("group")),
            request.text("words"),
            file(request));
    return emulator.say(said, manner(request));
  }

  /** What was given in Base64; a voice note without a file is a second of silence. */
  private static Optional<StoredFile> file(Fields request) {
    String kind = request.text("kind");
    if (kind.equals("text") || kind.equals("unknownMsgType")) {
      return Optional.empty();
    }
    String given = request.text("file");
    byte[] bytes = given.isEmpty() ? Silence.amr(1) : Base64.getDecoder().decode(given);
    String name = filled(request.text("name")).orElse("voice.amr");
    long millis = request.has("millis") ? request.number("millis") : A_SECOND;
    return Optional.of(new StoredFile(name, bytes, millis));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }

  private static Manner manner(Fields request) {
    Manner.Tampering how =
        filled(request.text("tamper")).map(Manner.Tampering::valueOf).orElse(Manner.Tampering.NONE);
    return new Manner(how, (int) request.number("redeliver"));
  }

  private Object event(ApiCall call) {
    Fields request = call.json();
    JsonObject fields = request.object("fields").json();
    return emulator.happen(new Event(request.text("type"), fields), manner(request));
  }

  private Object tapLink(ApiCall call) {
    Fields request = call.json();
    return emulator.tapLink(request.text("id"), request.text("user"), request.text("words"));
  }

  private Object tapCard(ApiCall call) {
    Fields request = call.json();
    String button = request.text("button");
    if (!button.isEmpty()) {
      return emulator.tapButton(request.text("id"), request.text("user"), button, manner(request));
    }
    JsonObject params = request.object("params").json();
    return emulator.tapCard(request.text("id"), request.text("user"), params, manner(request));
  }

  private Object read(ApiCall call) {
    Fields request = call.json();
    emulator.read(request.text("id"), request.text("user"));
    return Map.of("ok", true);
  }

  private Object tokens(ApiCall call) {
    if (call.json().text("how").equals("expire")) {
      emulator.tokens().expire();
    } else {
      emulator.tokens().revoke();
    }
    return Map.of("ok", true);
  }

  private Object code(ApiCall call) {
    return Map.of("code", emulator.signIn().code(call.json().text("user")));
  }

  private Object endSessions(ApiCall call) {
    emulator.sessions().end();
    return Map.of("ok", true);
  }

  private Object advance(ApiCall call) {
    emulator.advance(Duration.ofSeconds(call.json().number("seconds")));
    return Map.of("now", emulator.now().toString());
  }

  private Object person(ApiCall call) {
    Fields request = call.json();
    String user = filled(request.text("userid")).orElseThrow(() -> missing("userid"));
    Person person = Person.of(user, request.text("name"));
    if (request.has("department")) {
      person = person.in(request.number("department"));
    }
    if (request.has("manager")) {
      person = person.ledBy(request.text("manager"));
    }
    if (request.text("leads").equals("true")) {
      person = person.leading(person.departments().getFirst());
    }
    emulator.people().add(person);
    return person;
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("It needs a " + name + ".");
  }

  /** Publishes, withdraws or deletes a card template. */
  private Object template(ApiCall call) {
    Fields request = call.json();
    String id = filled(request.text("id")).orElseThrow(() -> missing("id"));
    switch (request.text("state")) {
      case "published" -> emulator.cards().publish(id);
      case "unpublished" -> emulator.cards().unpublish(id);
      case "deleted" -> emulator.cards().delete(id);
      default -> throw missing("state: published, unpublished or deleted");
    }
    return Map.of("ok", true);
  }

  private Object quota(ApiCall call) {
    Fields request = call.json();
    emulator.quota().used(request.number("calls"), request.number("messages"));
    return Shown.quota(emulator);
  }

  private Object clearFaults(ApiCall call) {
    emulator.faults().clear();
    return Map.of("faults", List.of());
  }

  private Object setFault(ApiCall call) {
    AdminFaults.set(emulator.faults(), call.json());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("faults", emulator.faults().shown());
    return shown;
  }
}
