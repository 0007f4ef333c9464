package io.kouxin.bot.doctor;

import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts findings into words. */
public final class Sayings {
  private static final String PREFIX = "doctor.";
  private static final String WHAT_TO_DO = ".do";

  /** A list for a screen is longer than a message of a chat: it may name many people. */
  private static final int LONGEST = 400;

  private final Wording wording;
  private final Moments moments;

  /** In the words of these files. */
  public Sayings(Wording wording, Moments moments) {
    this.wording = wording;
    this.moments = moments;
  }

  /** The finding in a reader's language. */
  public Item item(Finding finding, Locale language) {
    Sentences say = wording.in(language);
    Map<String, ?> values = spelled(finding.values(), say);
    String between = language.getLanguage().equals("en") ? " " : "";
    String words =
        finding.keys().stream()
            .map(key -> say.say(PREFIX + key, values, LONGEST))
            .collect(Collectors.joining(between));
    String cure = PREFIX + finding.keys().getLast() + WHAT_TO_DO;
    String whatToDo = say.keys().contains(cure) ? say.say(cure, values, LONGEST) : "";
    return new Item(finding.name(), finding.state(), words, whatToDo);
  }

  /** A moment is said as people say it; the name of a language is a word, too. */
  private Map<String, ?> spelled(Map<String, ?> values, Sentences say) {
    Map<String, Object> all = new HashMap<>();
    values.forEach(
        (name, value) ->
            all.put(name, value instanceof Instant at ? moments.at(at, say.language()) : value));
    all.computeIfPresent("language", (key, tag) -> say.say("language." + tag));
    return all;
  }
}
