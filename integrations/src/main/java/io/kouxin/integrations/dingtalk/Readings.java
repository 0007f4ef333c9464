package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DingTalk's codes, and our own words about them in log and outbox, as something to be mended. */
final class Readings {
  /** The key of whatever keeps us from one person. */
  static final String PERSON = "person";

  private static final String MESSAGE = "message";

  /** {@link Answer}'s words with code and key, and {@link Recipient}'s with a key alone. */
  private static final Pattern REASON =
      Pattern.compile("DingTalk (?:([-\\w.]{1,90}…?) )?\\(([a-z-]{2,40})\\): ");

  private static final Pattern UNHEARD = Pattern.compile("DingTalk ([-\\w.]{1,90}…?): ");

  private Readings() {}

  /** What a code asks an administrator to do. */
  static Symptom symptom(String about, String code) {
    return symptom(about, code, Trouble.of(code));
  }

  private static Symptom symptom(String about, String code, Optional<Trouble> known) {
    String key = known.map(Readings::key).orElse("other");
    State state = key.equals("busy") ? State.WARNING : State.BROKEN;
    return new Symptom(about, key, state, Map.of("code", code));
  }

  private static String key(Trouble trouble) {
    return switch (trouble.kind()) {
      case LATER -> "busy";
      case PERSON -> PERSON;
      case QUOTA, SETTING -> trouble.key();
      case TOKEN, SESSION, CONTENT, MEDIA -> "other";
    };
  }

  /** Reads {@link Answer}'s words, those of any channel about doubt, and {@link Refusal}'s. */
  static Optional<Symptom> of(String reason) {
    Matcher known = REASON.matcher(reason);
    if (known.lookingAt()) {
      String code = Optional.ofNullable(known.group(1)).orElse("");
      return Optional.of(symptom(MESSAGE, code, Trouble.named(known.group(2))));
    }
    Matcher unheard = UNHEARD.matcher(reason);
    if (unheard.lookingAt()) {
      return Optional.of(symptom(MESSAGE, unheard.group(1)));
    }
    if (reason.startsWith(ChannelException.Doubtful.BEGINNING)) {
      return Optional.of(new Symptom(MESSAGE, "doubtful", State.WARNING));
    }
    return Arrays.stream(Refusal.values())
        .filter(refusal -> reason.startsWith(refusal.sentence()))
        .findFirst()
        .map(Readings::atTheDoor);
  }

  private static Symptom atTheDoor(Refusal refusal) {
    // What DingTalk never does is somebody else's doing, and no worry.
    State state =
        switch (refusal) {
          case METHOD, PARAMETER, JSON, LENGTH -> State.OK;
          case FIELD, TIME, CARD_TIME, SIGNATURE, CIPHER, RECEIVER, ROBOT, SENDER, NOT_KEPT ->
              State.WARNING;
        };
    return new Symptom("door", refusal.key(), state);
  }
}
