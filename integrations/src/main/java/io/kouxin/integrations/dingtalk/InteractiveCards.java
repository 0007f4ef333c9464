package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import io.kouxin.integrations.channel.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cards with buttons that change in place, from a template (KB:create-and-deliver-cards). Where
 * DingTalk does not make one, it says so once in the log and to doctor, and the card goes as
 * Markdown. A card's name at DingTalk is our key, so that a repeat is known as such. Safe for many
 * threads.
 */
public final class InteractiveCards {
  /** What such a card takes. */
  public static final Limits LIMITS = CardFace.LIMITS;

  private static final Logger LOG = LoggerFactory.getLogger(InteractiveCards.class);
  private static final String INSTANCES = "/v1.0/card/instances";
  private static final String HANDLE = "card:";
  private static final String ABOUT = "template";

  /** How long a template that was refused is not tried for each card. */
  private static final Duration REST = Duration.ofMinutes(10);

  private static final int REMEMBERED = 5_000;
  private final DingTalkApi api;
  private final CardTemplate template;
  private final Clock clock;
  private final Map<String, Boolean> unseen = new Recent<>(REMEMBERED);
  private volatile Instant restsUntil = Instant.MIN;
  private volatile String trouble = "";

  /** Made from this template. */
  public InteractiveCards(DingTalkApi api, CardTemplate template, Clock clock) {
    this.api = api;
    this.template = template;
    this.clock = clock;
  }

  /** Whether a message's handle is that of such a card. */
  static boolean isCard(Optional<String> handle) {
    return handle.filter(words -> words.startsWith(HANDLE)).isPresent();
  }

  /**
   * Brings a new card to one person.
   *
   * @return its handle; empty if it has to go in another way, which nothing then stands against
   * @throws ChannelException if the same works later
   */
  Optional<String> deliver(Recipient to, String key, Card card) throws ChannelException {
    if (to.group() || !template.isReady() || clock.instant().isBefore(restsUntil)) {
      return Optional.empty();
    }
    if (isUnseen(key)) {
      return Optional.empty();
    }
    Answer answer = api.post(INSTANCES + "/createAndDeliver", delivery(to, key, card));
    if (answer.trouble().equals(Optional.of(Trouble.CARD_EXISTS))) {
      // Our own earlier try, whose answer was lost.
      return change(HANDLE + key, card) ? Optional.of(HANDLE + key) : Optional.empty();
    }
    if (!answer.well()) {
      refused(answer);
      return Optional.empty();
    }
    works();
    return hasArrived(answer.body(), key) ? Optional.of(HANDLE + key) : Optional.empty();
  }

  private boolean isUnseen(String key) {
    synchronized (unseen) {
      return unseen.containsKey(key);
    }
  }

  /** DingTalk calls well what it made and could not bring. */
  private boolean hasArrived(Fields answer, String key) {
    var results = answer.object("result").objects("deliverResults");
    if (!results.isEmpty() && results.stream().allMatch(each -> each.yes("success"))) {
      return true;
    }
    String why = results.stream().map(each -> each.words("errorMsg")).findFirst().orElse("");
    LOG.warn("A card was made and not brought, and goes as Markdown: {}", why);
    synchronized (unseen) {
      unseen.put(key, true);
    }
    return false;
  }

  /**
   * Shows a card's new face.
   *
   * @return false if DingTalk does not, and will not
   * @throws ChannelException if the same works later
   */
  boolean change(String handle, Card face) throws ChannelException {
    JsonObject body = instance(handle.substring(HANDLE.length()), face);
    Answer answer = api.put(INSTANCES, body);
    insistOnNow(answer);
    boolean changed = answer.well() && !answer.body().words("success").equals("false");
    if (!changed) {
      LOG.warn("A card does not change: {}", answer.code());
    }
    return changed;
  }

  /** Whether DingTalk makes cards of the template: makes one that nobody sees, one a day. */
  Symptom look() {
    if (!template.isReady()) {
      String said = template.callbacks().map(CardCallbacks::trouble).orElse("");
      return new Symptom(ABOUT, "card-callback", State.BROKEN, Map.of("said", said));
    }
    try {
      String name = "kouxin-doctor-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      Answer answer = api.post(INSTANCES, made(name + '-' + template.id(), Card.of("口信", "")));
      if (answer.well() || answer.trouble().equals(Optional.of(Trouble.CARD_EXISTS))) {
        works();
        return new Symptom(ABOUT, "template-ok", State.OK);
      }
      refused(answer);
      return symptom(answer);
    } catch (ChannelException e) {
      return Readings.of(String.valueOf(e.getMessage()))
          .map(read -> new Symptom(ABOUT, read.key(), read.state(), read.details()))
          .orElseGet(() -> new Symptom(ABOUT, "template-unknown", State.UNKNOWN));
    }
  }

  private static Symptom symptom(Answer answer) {
    return answer.trouble().equals(Optional.of(Trouble.PERMISSION))
        ? new Symptom(ABOUT, "template-permission", State.BROKEN)
        : Readings.symptom(ABOUT, answer.code());
  }

  private void works() {
    restsUntil = Instant.MIN;
    trouble = "";
  }

  /** What a setting or the month's quota stands against is not tried for each card. */
  private void refused(Answer answer) throws ChannelException {
    insistOnNow(answer);
    boolean lasting = answer.is(Trouble.Kind.SETTING) || answer.is(Trouble.Kind.QUOTA);
    if (lasting) {
      restsUntil = clock.instant().plus(REST);
    }
    if (!lasting || !trouble.equals(answer.code())) {
      LOG.warn("Cards go as Markdown: {}", answer.exception().getMessage());
    }
    trouble = lasting ? answer.code() : trouble;
  }

  private static void insistOnNow(Answer answer) throws ChannelException {
    if (answer.is(Trouble.Kind.LATER) || answer.is(Trouble.Kind.TOKEN)) {
      throw answer.exception();
    }
  }

  private JsonObject delivery(Recipient to, String key, Card card) {
    JsonObject body = made(key, card);
    body.addProperty("userIdType", 1);
    body.addProperty("openSpaceId", "dtv1.card//IM_ROBOT." + to.name());
    var how = new JsonObject();
    how.addProperty("spaceType", "IM_ROBOT");
    // Without it the card may come from another robot of the company.
    how.addProperty("robotCode", api.account().robotCode());
    body.add("imRobotOpenDeliverModel", how);
    return body;
  }

  private JsonObject made(String key, Card card) {
    JsonObject body = instance(key, card);
    template.on(body);
    var preview = new JsonObject();
    preview.addProperty("ZH_CN", card.title());
    var space = new JsonObject();
    // A tap by whoever it was forwarded to would be nobody's.
    space.addProperty("supportForward", false);
    space.add("lastMessageI18n", preview);
    body.add("imRobotOpenSpaceModel", space);
    return body;
  }

  private static JsonObject instance(String key, Card card) {
    var data = new JsonObject();
    data.add("cardParamMap", CardFace.of(card));
    var body = new JsonObject();
    body.addProperty("outTrackId", key);
    body.add("cardData", data);
    return body;
  }
}
