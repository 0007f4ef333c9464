package io.kouxin.bot.pack;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms that single values of a pack have; what breaks one is told in words. */
final class Forms {
  /** Control characters, such as NUL and those that turn the direction of a line. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final Pattern VERSION =
      Pattern.compile("[0-9]+(?:\\.[0-9]+){0,3}(?:-[0-9A-Za-z.]+)?");

  private Forms() {}

  static String id(String text) {
    return matching(
        LibraryItem.ID,
        text,
        "use lower case letters and digits with dashes, such as price-too-high");
  }

  static String version(String text) {
    return matching(VERSION, text, "count like 1.0.0");
  }

  static Locale language(String text) {
    return switch (text) {
      case "zh" -> Locale.CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> throw new IllegalArgumentException("write zh or en");
    };
  }

  /** The language that a text is written in: Chinese where it has Chinese characters. */
  static Locale languageOf(String text) {
    boolean chinese =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return chinese ? Locale.CHINESE : Locale.ENGLISH;
  }

  static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("write a time like \"08:10\"", e);
    }
  }

  static int between(int least, int most, String text) {
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException("write a whole number from " + least + " to " + most);
  }

  static <E extends Enum<E>> E oneOf(Class<E> kinds, String text) {
    for (E kind : kinds.getEnumConstants()) {
      if (kind.name().equalsIgnoreCase(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        Arrays.stream(kinds.getEnumConstants())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "write one of ", "")));
  }

  /**
   * At most so wide, measured in Chinese characters: two narrow ones take the room of one, as on
   * the buttons and titles of WeCom and DingTalk.
   */
  static String atMostWide(int most, String text) {
    if (width(text) > 2 * most) {
      throw new IllegalArgumentException(
          "chats show at most "
              + most
              + " Chinese or "
              + 2 * most
              + " Latin characters; shorten it");
    }
    return text;
  }

  /** The same, of characters that can be seen. */
  static String shown(int mostWide, String text) {
    if (hasUnseen(text)) {
      throw new IllegalArgumentException(
          "there are characters in it that nobody can see; type it again by hand");
    }
    return atMostWide(mostWide, text);
  }

  /** Whether there is anything in it that a chat obeys instead of showing it. */
  static boolean hasUnseen(String text) {
    return UNSEEN.matcher(text).find();
  }

  /** At most so many characters. */
  static String atMostLong(int most, String text) {
    if (text.codePointCount(0, text.length()) > most) {
      throw new IllegalArgumentException("use at most " + most + " characters");
    }
    return text;
  }

  /** How wide a text is, in narrow characters. */
  static int width(String text) {
    return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }

  private static String matching(Pattern form, String text, String remedy) {
    if (!form.matcher(text).matches() || text.length() > 64) {
      throw new IllegalArgumentException(remedy);
    }
    return text;
  }
}
