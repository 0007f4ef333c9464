package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Round.Place;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language in which a rep tells of going from customer to customer.
 *
 * @param opening how a memo begins at its first customer
 * @param leads what stands around the next one
 * @param othersGo stands before a place to which somebody else went
 * @param counted houses that are announced first and named one by one
 * @param filling what says nothing of a visit
 */
record RoundWords(
    Opening opening, List<Lead> leads, Pattern othersGo, Counted counted, Filling filling) {
  /** Stands for a name. */
  static final char NAME = '\u0001';

  /** How far around a name its words are looked for. */
  private static final int NEAR = 60;

  /**
   * How a memo begins at its first customer.
   *
   * @param longest plain characters before it
   * @param otherwise found before it when it is spoken of for another reason
   * @param mentioned stands behind a customer who is only mentioned
   */
  record Opening(int longest, Pattern otherwise, Pattern mentioned) {}

  /**
   * What stands around a customer to whom the rep goes on.
   *
   * @param before ends at the name and begins where the visit does
   * @param behind begins behind the name
   * @param after was found around the name of the visit before, with {@link #NAME} for the name
   *     itself; empty where nothing needs to be
   */
  record Lead(Pattern before, Pattern behind, Pattern after) {}

  /**
   * Houses that are announced.
   *
   * @param announcement has the number in its group {@code n}
   * @param several written numbers, from two on; in front of them what means any number
   * @param before ends at the name of one of them, where its part begins
   * @param behind begins behind the name where nothing stands before it
   */
  record Counted(Pattern announcement, List<String> several, Pattern before, Pattern behind) {}

  /**
   * What says nothing of a visit.
   *
   * @param words are not counted
   * @param least characters besides them that a visit has
   * @param end of a sentence
   */
  record Filling(Pattern words, int least, Pattern end) {}

  static RoundWords of(Locale language) {
    return "en".equals(language.getLanguage()) ? EnglishRound.WORDS : ChineseRound.WORDS;
  }

  /** Whether the memo begins with a visit there. */
  boolean opens(String text, Place place) {
    return place.start() <= opening.longest()
        && !opening.otherwise().matcher(text).region(0, place.start()).find()
        && !opening.mentioned().matcher(behind(text, place)).find();
  }

  /**
   * Where the words begin that lead to this place, if the rep went on there.
   *
   * @param opened the words around the name of the visit before
   */
  OptionalInt lead(String text, Place place, String opened) {
    return leads.stream()
        .filter(lead -> lead.after().matcher(opened).find())
        .filter(lead -> lead.behind().matcher(behind(text, place)).find())
        .flatMapToInt(lead -> start(lead.before(), text, place).stream())
        .findFirst();
  }

  /** The words around the name of a visit that began at this index. */
  String opening(String text, int start, Place place) {
    String before = text.substring(Math.max(start, place.start() - NEAR), place.start());
    return before + NAME + behind(text, place);
  }

  boolean othersGo(String text, Place place) {
    return start(othersGo, text, place).isPresent();
  }

  /** Whether a sentence ends between two indexes. */
  boolean endsSentence(String text, int from, int to) {
    return filling.end().matcher(text).region(from, to).find();
  }

  /** Whether a visit is told of between two indexes. */
  boolean tells(String text, int from, int to) {
    return from < to
        && filling.words().matcher(text.substring(from, to)).replaceAll("").length()
            >= filling.least();
  }

  /** Behind the words that announce several houses. */
  OptionalInt announcement(String text) {
    Matcher found = counted.announcement().matcher(text);
    return found.find() ? OptionalInt.of(found.end()) : OptionalInt.empty();
  }

  /** Whether so many were announced. */
  boolean isAnnounced(String text, int number) {
    Matcher found = counted.announcement().matcher(text);
    if (!found.find()) {
      return false;
    }
    String said = found.group("n");
    int place = counted.several().indexOf(said);
    return place == 0 || place + 1 == number || said.equals(Integer.toString(number));
  }

  /** Where the part of an announced house begins that is named here; empty if none begins. */
  OptionalInt item(String text, int announced, Place place) {
    if (place.start() < announced) {
      return OptionalInt.empty();
    }
    if (opening.mentioned().matcher(behind(text, place)).find()) {
      return OptionalInt.empty();
    }
    OptionalInt begun = start(counted.before(), text, place);
    if (begun.isPresent() || place.start() == announced) {
      return begun.isPresent() ? begun : OptionalInt.of(announced);
    }
    return counted.behind().matcher(behind(text, place)).find()
        ? OptionalInt.of(place.start())
        : OptionalInt.empty();
  }

  private static OptionalInt start(Pattern before, String text, Place place) {
    Matcher found =
        before
            .matcher(text)
            .region(Math.max(0, place.start() - NEAR), place.start())
            .useTransparentBounds(true)
            .useAnchoringBounds(true);
    return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
  }

  private static String behind(String text, Place place) {
    return text.substring(place.end(), end(text, place));
  }

  private static int end(String text, Place place) {
    return Math.min(text.length(), place.end() + NEAR);
  }
}
