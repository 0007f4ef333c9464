package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WeCom's codes, and our own words about them in log and outbox, as something to be mended. */
final class Readings {
  /** The key of whatever keeps us from one person. */
  static final String PERSON = "person";

  /** WeCom names the address it saw behind its words, as in {@code from ip: 203.0.113.7}. */
  private static final Pattern FROM = Pattern.compile("from ip: ?([0-9a-fA-F.:]{3,45})");

  private static final Pattern REASON = Pattern.compile("WeCom (-?\\d{1,7})(?: \\([a-z-]+\\))?: ");

  private Readings() {}

  /** What a code other than 0 asks an administrator to do. */
  static Symptom symptom(String about, int code, String said) {
    Map<String, String> details = new HashMap<>(Map.of("code", String.valueOf(code)));
    Matcher from = FROM.matcher(said);
    if (from.find()) {
      details.put("address", from.group(1));
    }
    Optional<Trouble> known = Trouble.of(code);
    String key = known.map(Readings::key).orElse("other");
    State state = key.equals("busy") ? State.WARNING : State.BROKEN;
    return new Symptom(about, key, state, details);
  }

  private static String key(Trouble trouble) {
    return switch (trouble.kind()) {
      case LATER -> "busy";
      case PERSON -> PERSON;
      case SETTING -> setting(trouble).key();
      case TOKEN, CONTENT, MEDIA -> "other";
    };
  }

  /** What is missing is to be mended like what is wrong. */
  private static Trouble setting(Trouble trouble) {
    return switch (trouble) {
      case CORP_ID_MISSING -> Trouble.CORP_ID;
      case SECRET_MISSING, TOKEN_MISSING -> Trouble.SECRET;
      default -> trouble;
    };
  }

  /** Reads {@link Answer}'s words, those of any channel about doubt, and {@link Refusal}'s. */
  static Optional<Symptom> of(String reason) {
    Matcher code = REASON.matcher(reason);
    if (code.lookingAt()) {
      return Optional.of(symptom("message", Integer.parseInt(code.group(1)), reason));
    }
    if (reason.startsWith(ChannelException.Doubtful.BEGINNING)) {
      return Optional.of(new Symptom("message", "doubtful", State.WARNING));
    }
    return Arrays.stream(Refusal.values())
        .filter(refusal -> reason.startsWith(refusal.sentence()))
        .findFirst()
        .map(Readings::atTheDoor);
  }

  private static Symptom atTheDoor(Refusal refusal) {
    String key = "door-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    // What WeCom never does is somebody else's doing, and no worry.
    State state =
        switch (refusal) {
          case PARAMETER, XML, JSON, ECHO, LENGTH -> State.OK;
          case FIELD, TIME, SIGNATURE, CIPHER, RECEIVER, APPLICATION, NOT_KEPT -> State.WARNING;
        };
    return new Symptom("door", key, state);
  }
}
