package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What no platform has: paths to act as its members and its weather, and to see what it was sent.
 */
final class Admin {
  static final String PREFIX = "/admin";
  private final WeComEmulator emulator;
  private final Map<String, Function<ApiCall, Object>> endpoints = new HashMap<>();

  Admin(WeComEmulator emulator) {
    this.emulator = emulator;
    on("GET /sent", call -> Shown.sent(emulator.sent(), call.query("limit")));
    on("GET /calls", call -> emulator.calls());
    on("GET /groups", call -> emulator.groupRobots().read(key(call)));
    on("POST /groups", this::group);
    on("DELETE /groups", this::removeGroup);
    on("POST /inject", this::inject);
    on("POST /tap", this::tap);
    on("POST /media", this::media);
    on("GET /verify", call -> emulator.verify());
    on("POST /callback", this::callback);
    on("POST /revoke-token", this::revoke);
    on("POST /clock/advance", this::advance);
    on("GET /members", call -> emulator.people().all());
    on("POST /members", this::member);
    on("GET /faults", call -> AdminFaults.shown(emulator.faults()));
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
    } catch (Errcode.Refusal refusal) {
      return Answer.json(400, Map.of("error", "The body is no JSON object."));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Answer.json(409, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private Object inject(ApiCall call) {
    Fields request = call.json();
    Happening what = new Happening(request.text("kind"), request.text("user"), fields(request));
    Happening whole = withSound(what);
    int times = (int) Math.max(1, request.number("times"));
    return Batch.run(times, () -> emulator.inject(whole, manner(request)));
  }

  /** A voice note without a file is a second of silence. */
  private Happening withSound(Happening what) {
    boolean silent = what.kind().equals("voice") && !what.fields().containsKey("MediaId");
    return silent ? what.with("MediaId", emulator.media().put("voice.amr", Silence.amr(1))) : what;
  }

  private static Map<String, String> fields(Fields request) {
    Map<String, String> fields = new LinkedHashMap<>();
    Fields given = request.object("fields");
    given.json().keySet().forEach(name -> fields.put(name, given.text(name)));
    return fields;
  }

  private static Manner manner(Fields request) {
    String how = request.text("tamper");
    return new Manner(
        how.isEmpty() ? Manner.Tampering.NONE : Manner.Tampering.valueOf(how),
        (int) request.number("redeliver"),
        (int) request.number("replay"));
  }

  private Object tap(ApiCall call) {
    Fields request = call.json();
    Map<String, List<String>> ticked = new LinkedHashMap<>();
    Fields given = request.object("ticked");
    given.json().keySet().forEach(question -> ticked.put(question, given.texts(question)));
    String card = request.has("task_id") ? request.text("task_id") : request.text("msgid");
    Tap tap = new Tap(card, request.text("user"), request.text("key"), ticked);
    return emulator.tap(tap, manner(request));
  }

  private Object media(ApiCall call) {
    String name = call.query("name").isEmpty() ? "voice.amr" : call.query("name");
    return Map.of("media_id", emulator.media().put(name, call.request().getBody()));
  }

  private Object callback(ApiCall call) {
    emulator.callback(URI.create(call.json().text("url")));
    return Map.of("ok", true);
  }

  private Object revoke(ApiCall call) {
    Fields request =
        call.request().getBody().length == 0
            ? new Fields(JsonParser.parseString("{}").getAsJsonObject())
            : call.json();
    if (request.has("policy")) {
      emulator.tokens().policy(Tokens.Policy.valueOf(request.text("policy")));
    } else if (request.text("how").equals("expire")) {
      emulator.tokens().expire();
    } else {
      emulator.tokens().revoke();
    }
    return Map.of("ok", true);
  }

  private Object advance(ApiCall call) {
    emulator.advance(Duration.ofSeconds(call.json().number("seconds")));
    return Map.of("now", emulator.now().toString());
  }

  private static String key(ApiCall call) {
    return call.query("key").isEmpty() ? GroupRobots.KEY : call.query("key");
  }

  private Object group(ApiCall call) {
    emulator.groupRobots().add(key(call));
    return Map.of("key", key(call));
  }

  private Object removeGroup(ApiCall call) {
    emulator.groupRobots().remove(key(call));
    return Map.of("key", key(call));
  }

  private Object member(ApiCall call) {
    Fields request = call.json();
    int department = request.has("department") ? (int) request.number("department") : 2;
    Member member =
        new Member(
            request.text("userid"),
            request.text("name"),
            department,
            Optional.of(request.text("leader")).filter(leader -> !leader.isEmpty()),
            !request.text("licensed").equals("false"));
    emulator.people().add(member);
    return member;
  }

  private Object clearFaults(ApiCall call) {
    emulator.faults().clear();
    return AdminFaults.shown(emulator.faults());
  }

  private Object setFault(ApiCall call) {
    Fields request = call.json();
    if (request.has("gone_seconds")) {
      emulator.goneFor(Duration.ofSeconds(request.number("gone_seconds")));
    } else {
      AdminFaults.set(emulator.faults(), request);
    }
    return AdminFaults.shown(emulator.faults());
  }
}
