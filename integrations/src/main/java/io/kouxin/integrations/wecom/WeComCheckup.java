package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.Notes.Note;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether WeCom lets a self-built application work: secret, numbers, trusted address, permission,
 * visible range, clock, and our own door as WeCom finds it.
 */
public final class WeComCheckup implements Checkup {
  private static final String ACCESS = "access";
  private static final String CONTACTS = "contacts";
  private static final String CARD = "card";
  private static final Duration SKEW_WARNING = Duration.ofMinutes(1);
  private static final Duration SKEW_BROKEN = Duration.ofMinutes(5);

  private final WeComApi api;
  private final Notes notes;
  private final Optional<DoorQuestion> door;
  private final Clock clock;

  /**
   * Through this API.
   *
   * @param callback the address of our door as it was entered at WeCom; without it our door is not
   *     asked
   */
  public WeComCheckup(WeComApi api, Reception reception, Optional<URI> callback, Clock clock) {
    this.api = api;
    this.notes = new Notes(api, clock);
    this.door = callback.map(address -> new DoorQuestion(reception, address, clock));
    this.clock = clock;
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public List<Symptom> look() {
    List<Symptom> found = new ArrayList<>();
    found.addAll(access());
    time().ifPresent(found::add);
    door.ifPresent(question -> found.add(question.ask()));
    return List.copyOf(found);
  }

  /**
   * One harmless call that needs everything which sending needs ({@code agent/get}, document
   * 90227): a token, so corporation and secret; the application's number; an address that WeCom
   * trusts.
   */
  private List<Symptom> access() {
    try {
      Answer answer = api.get("/cgi-bin/agent/get", "agentid", String.valueOf(api.agentId()));
      return answer.code() == 0
          ? application(answer)
          : List.of(Readings.symptom(ACCESS, answer.code(), answer.message()));
    } catch (ChannelException e) {
      return List.of(onTheWay(ACCESS, e));
    }
  }

  private List<Symptom> application(Answer answer) {
    if (answer.words("close").equals("1")) {
      return List.of(new Symptom(ACCESS, Trouble.APP_DISABLED.key(), State.BROKEN));
    }
    long people = listed(answer.body(), "allow_userinfos", "user");
    long departments = listed(answer.body(), "allow_partys", "partyid");
    boolean whole = departments + listed(answer.body(), "allow_tags", "tagid") > 0;
    if (people == 0 && !whole) {
      return List.of(new Symptom(ACCESS, "range-empty", State.BROKEN));
    }
    Map<String, String> range =
        Map.of("people", String.valueOf(people), "departments", String.valueOf(departments));
    return List.of(
        new Symptom(ACCESS, "access-ok", State.OK, Map.of("app", answer.words("name"))),
        new Symptom("range", whole ? "range-ok" : "range-people", State.OK, range),
        contacts());
  }

  /** Without departments nobody has a team, and many have no leader. */
  private Symptom contacts() {
    try {
      Answer answer = api.get("/cgi-bin/department/list");
      if (answer.code() == 0) {
        long seen = Departments.elements(answer.body(), "department").count();
        Map<String, String> details = Map.of("departments", String.valueOf(seen));
        return new Symptom(CONTACTS, "contacts-ok", State.OK, details);
      }
      return Departments.hidden(answer)
          ? new Symptom(
              CONTACTS,
              "contacts-hidden",
              State.WARNING,
              Map.of("code", String.valueOf(answer.code())))
          : Readings.symptom(CONTACTS, answer.code(), answer.message());
    } catch (ChannelException e) {
      return onTheWay(CONTACTS, e);
    }
  }

  private static long listed(JsonObject body, String object, String array) {
    return body.has(object) && body.get(object).isJsonObject()
        ? Departments.elements(body.getAsJsonObject(object), array).count()
        : 0;
  }

  private Symptom onTheWay(String about, ChannelException e) {
    String key = Transport.isForeign(e) ? "not-wecom" : "unreachable";
    return new Symptom(about, key, State.BROKEN, Map.of("address", api.address()));
  }

  /** WeCom signs with its time, and our door refuses what was signed ten minutes ago. */
  private Optional<Symptom> time() {
    Instant before = clock.instant();
    Optional<Instant> theirs = api.time();
    Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
    return theirs.map(time -> skew(Duration.between(time, middle).abs()));
  }

  private static Symptom skew(Duration apart) {
    if (apart.compareTo(SKEW_WARNING) <= 0) {
      return new Symptom("clock", "clock-ok", State.OK);
    }
    State state = apart.compareTo(SKEW_BROKEN) <= 0 ? State.WARNING : State.BROKEN;
    return new Symptom(
        "clock", "clock-off", state, Map.of("seconds", String.valueOf(apart.toSeconds())));
  }

  @Override
  public Symptom send(String account, Outbound.Push push) {
    Optional<JsonObject> sheet =
        push.card()
            .flatMap(
                card -> TemplateCard.sheet(push.key(), card, push.text(), WeComChannel.LIMITS));
    if (sheet.isEmpty()) {
      throw new IllegalArgumentException("a card with a button is needed");
    }
    try {
      Answer answer = notes.send(account, new Note(push.key(), "template_card", sheet.get()));
      return answer.code() == 0
          ? new Symptom(CARD, "card-ok", State.OK, Map.of("account", account))
          : reached(account, Readings.symptom(CARD, answer.code(), answer.message()));
    } catch (ChannelException e) {
      return e instanceof ChannelException.Refused ? nobody(account) : onTheWay(CARD, e);
    }
  }

  private static Symptom reached(String account, Symptom symptom) {
    return symptom.key().equals(Readings.PERSON) ? nobody(account) : symptom;
  }

  private static Symptom nobody(String account) {
    return new Symptom(CARD, "card-nobody", State.BROKEN, Map.of("account", account));
  }

  @Override
  public Optional<Symptom> reading(String reason) {
    return Readings.of(reason);
  }
}
