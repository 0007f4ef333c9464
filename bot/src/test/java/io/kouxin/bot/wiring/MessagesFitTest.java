package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.pack.Fit;
import io.kouxin.bot.pack.Fit.Place;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bot's own sentences in every chat, with long names in them. */
class MessagesFitTest {
  private static final Pattern TITLES = Pattern.compile(".*[._]title(_unknown)?|alert\\.item");

  /** What is said in words alone or on a page, never on a card: it only has to fit one message. */
  private static final Pattern WORDS =
      Pattern.compile(
          "doctor\\..*|group\\.once|consent|greeting|dont_know|lookup|model\\.rep|gone\\.lead"
              + "|unknown\\.sender|login\\..*|field\\.(?:customer|contact)");

  /** What takes whatever a person is called: it may lose its middle, and nothing else. */
  private static final Set<String> NAMED =
      Set.of("button.add", "button.new_customer", "draft.title", "draft.text", "alert.item");

  /** Texts of any length; everything else is a name, a time or a number. */
  private static final Set<String> QUOTES = Set.of("quote", "text", "last_quote", "summary");

  private final Fit fit = Chats.fit();

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void every_sentence_fits_where_it_stands(String language) {
    Sentences say = Wording.bundled().in(Locale.forLanguageTag(language));
    Map<String, List<String>> cut = new TreeMap<>();
    for (String key : say.keys()) {
      List<String> found = found(key, say.say(key, worst(say, key)));
      if (!found.isEmpty() && !NAMED.contains(key)) {
        cut.put(key, found);
      }
    }

    assertThat(cut).isEmpty();
  }

  @Test
  void a_filled_sentence_is_no_longer_than_the_narrowest_card_shows() {
    assertThat(fit.chats()).allMatch(chat -> chat.limits().body() >= Sentences.FILLED);
  }

  private List<String> found(String key, String said) {
    List<String> found = new ArrayList<>();
    fit.chats().stream()
        .filter(chat -> bytes(said) > chat.limits().textBytes())
        .forEach(chat -> found.add("too long for one message in " + chat.name()));
    if (!WORDS.matcher(key).matches()) {
      fit.cuts(place(key), said).forEach(cut -> found.add(cut.words()));
    }
    return found;
  }

  private static Place place(String key) {
    if (key.startsWith("button.")) {
      return Place.BUTTON;
    }
    if (key.startsWith("field.")) {
      return Place.ROW_LABEL;
    }
    if (key.startsWith("draft.desc")) {
      return Place.SUBTITLE;
    }
    return TITLES.matcher(key).matches() ? Place.TITLE : Place.BODY;
  }

  private static Map<String, String> worst(Sentences say, String key) {
    Map<String, String> values = new TreeMap<>();
    say.variables(key).forEach(name -> values.put(name, worst(name, say.language())));
    return values;
  }

  private static String worst(String name, Locale language) {
    boolean english = language.getLanguage().equals("en");
    if (QUOTES.contains(name)) {
      return english ? "so they say, again and again. ".repeat(9) : "他说来说去就是这一句。".repeat(9);
    }
    if (name.equals("customer")) {
      return english ? "The Northside General Teaching Hospital" : "某某省某某市第一人民医院骨科与运动医学中心";
    }
    return name.length() == 1 || name.endsWith("s")
        ? "9999"
        : english ? "Maximilian Wu" : "欧阳张三丰经理";
  }

  private static int bytes(String said) {
    return said.getBytes(StandardCharsets.UTF_8).length;
  }
}
