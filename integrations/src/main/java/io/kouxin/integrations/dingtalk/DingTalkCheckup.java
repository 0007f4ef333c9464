package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether DingTalk lets an application and its robot work: secret, permissions, robot code, quota
 * and clock.
 */
public final class DingTalkCheckup implements Checkup {
  private static final String ACCESS = "access";
  private static final String ROBOT = "robot";
  private static final String CONTACTS = "contacts";
  private static final String CARD = "card";

  /** No file has this code: whoever may ask is told so, and everybody else why not. */
  private static final String NO_FILE = "kouxin-doctor";

  private static final String RANGE = "range";

  /** The department that is the organisation. */
  private static final String WHOLE = "1";

  private static final Duration SKEW_WARNING = Duration.ofMinutes(5);
  private final DingTalkApi api;
  private final Clock clock;
  private final Optional<InteractiveCards> cards;

  /** Through this API. */
  public DingTalkCheckup(DingTalkApi api, Clock clock) {
    this(api, Optional.empty(), clock);
  }

  /** The same where cards have a template. */
  public DingTalkCheckup(DingTalkApi api, Optional<InteractiveCards> cards, Clock clock) {
    this.api = api;
    this.cards = cards;
    this.clock = clock;
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public List<Symptom> look() {
    List<Symptom> found = new ArrayList<>();
    Symptom access = access();
    found.add(access);
    if (access.state() == State.OK) {
      found.add(robot());
      found.add(contacts());
      range().ifPresent(found::add);
      cards.map(InteractiveCards::look).ifPresent(found::add);
    }
    time().ifPresent(found::add);
    return List.copyOf(found);
  }

  private Symptom access() {
    try {
      api.check();
      return new Symptom(ACCESS, "access-ok", State.OK);
    } catch (ChannelException e) {
      return told(ACCESS, e);
    }
  }

  /**
   * Asks for a file that is not there: it needs the robot's permission and its code, and one call.
   */
  private Symptom robot() {
    var body = new JsonObject();
    body.addProperty("downloadCode", NO_FILE);
    body.addProperty("robotCode", api.account().robotCode());
    try {
      Answer answer = api.post("/v1.0/robot/messageFiles/download", body);
      boolean asExpected =
          answer.well() || answer.code().equals("invalidParameter.robotCode.downloadCode");
      return asExpected
          ? new Symptom(ROBOT, "robot-ok", State.OK)
          : answer.code().startsWith("invalidParameter.robotCode.")
              ? new Symptom(ROBOT, Trouble.ROBOT_CODE.key(), State.BROKEN)
              : Readings.symptom(ROBOT, answer.code());
    } catch (ChannelException e) {
      return told(ROBOT, e);
    }
  }

  /** Asks for the organisation's root: without this permission nobody has a name or a leader. */
  private Symptom contacts() {
    var body = new JsonObject();
    body.addProperty("dept_id", "1");
    try {
      Answer answer = api.contacts("/topapi/v2/department/get", body);
      boolean seen = answer.well() || answer.is(Trouble.Kind.PERSON);
      return seen
          ? new Symptom(CONTACTS, "contacts-ok", State.OK)
          : Readings.symptom(CONTACTS, answer.code());
    } catch (ChannelException e) {
      return told(CONTACTS, e);
    }
  }

  /** What of the organisation was opened to us; nothing to say where that cannot be asked. */
  private Optional<Symptom> range() {
    try {
      Answer answer = api.scopes();
      if (!answer.well()) {
        return Optional.empty();
      }
      Fields scopes = answer.orThrow().object("auth_org_scopes");
      List<String> departments = scopes.list("authed_dept");
      List<String> people = scopes.list("authed_user");
      if (departments.isEmpty() && people.isEmpty()) {
        return Optional.of(new Symptom(RANGE, "range-empty", State.BROKEN));
      }
      Map<String, String> details =
          Map.of(
              "departments", String.valueOf(departments.size()),
              "people", String.valueOf(people.size()));
      String key = departments.contains(WHOLE) ? "range-ok" : "range-part";
      return Optional.of(new Symptom(RANGE, key, State.OK, details));
    } catch (ChannelException e) {
      return Optional.of(told(RANGE, e));
    }
  }

  private Symptom told(String about, ChannelException e) {
    String reason = String.valueOf(e.getMessage());
    return Readings.of(reason)
        .map(read -> new Symptom(about, read.key(), read.state(), read.details()))
        .orElseGet(
            () ->
                new Symptom(
                    about,
                    Transport.isForeign(e) ? "not-dingtalk" : "unreachable",
                    State.BROKEN,
                    Map.of("address", api.account().api())));
  }

  /** DingTalk signs with its time, and our doors refuse what was signed an hour ago. */
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
    State state = apart.compareTo(RobotSign.WINDOW) < 0 ? State.WARNING : State.BROKEN;
    return new Symptom(
        "clock", "clock-off", state, Map.of("seconds", String.valueOf(apart.toSeconds())));
  }

  /** Sends through the API, as the webhook of a conversation proves nothing about permissions. */
  @Override
  public Symptom send(String account, Outbound.Push push) {
    try {
      Recipient recipient = Recipient.of(account);
      Saying saying =
          push.card()
              .map(card -> MarkdownCard.of(push.key(), card, DingTalkChannel.LIMITS))
              .orElseGet(() -> Saying.text(push.text()));
      JsonObject body = recipient.addressed(api.account().robotCode(), saying);
      Fields answer = api.say(recipient.path(), body).orThrow();
      recipient.insistOnReached(answer);
      return new Symptom(CARD, "card-ok", State.OK, Map.of("account", account));
    } catch (OutOfReachException e) {
      return told(CARD, e.otherwise());
    } catch (ChannelException e) {
      Symptom told = told(CARD, e);
      return told.key().equals(Readings.PERSON)
          ? new Symptom(CARD, "card-nobody", State.BROKEN, Map.of("account", account))
          : told;
    }
  }

  @Override
  public Optional<Symptom> reading(String reason) {
    return Readings.of(reason);
  }
}
