package io.kouxin.bot.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the bot can say in one language. */
public final class Sentences {
  /** The most characters that a message has. */
  public static final int LONGEST = 120;

  /**
   * What the narrowest card shows of a body, WeCom's: a sentence with variables keeps to it by
   * shortening names, or the card would cut it in its middle. A test compares the two.
   */
  public static final int FILLED = 112;

  private final Locale language;
  private final Map<String, Template> texts;

  Sentences(Locale language, Map<String, Template> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  /** Which language this is. */
  public Locale language() {
    return language;
  }

  /** A sentence without variables. */
  public String say(String key) {
    return say(key, Map.of());
  }

  /** The sentence with its variables filled in, at most {@value #FILLED} characters long. */
  public String say(String key, Map<String, ?> values) {
    return say(key, values, FILLED);
  }

  /**
   * The sentence with its variables filled in. A variable that is absent, blank or an empty
   * Optional takes its clause with it. Where the text would be too long, the longest names and
   * quotes lose their middle; numbers, times and links never do, so only those can make it longer
   * than the limit.
   *
   * @param key as in the message files
   * @param values texts, numbers or Optionals of them; names the text does not have are left out
   * @param limit in characters
   * @throws IllegalArgumentException naming the key, when there is no such sentence
   */
  public String say(String key, Map<String, ?> values, int limit) {
    return template(key).fill(Values.of(values), limit);
  }

  /** What a button says: the text under {@code button.<name>}. */
  public String button(String name) {
    return say("button." + name);
  }

  /** What a button says, with variables; see {@link #say(String, Map, int)}. */
  public String button(String name, Map<String, ?> values, int limit) {
    return say("button." + name, values, limit);
  }

  /** Every key, for checks. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /** The names of the variables in a sentence, for checks. */
  public Set<String> variables(String key) {
    return template(key).variables();
  }

  /** The sentence as it is written in the file, for checks. */
  public String raw(String key) {
    return template(key).raw();
  }

  private Template template(String key) {
    Template found = texts.get(key);
    if (found == null) {
      throw new IllegalArgumentException("no sentence in " + language + " for the key " + key);
    }
    return found;
  }
}
