package io.kouxin.nlp.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects the words out of the JSON that a Vosk recogniser answers with, segment by segment. */
final class VoskResult {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final List<Transcript.Word> words = new ArrayList<>();

  /**
   * Takes {@code {"result":[{"word","start","end","conf"}…],"text"}}; without words, only a text.
   */
  void add(String json) {
    for (JsonNode word : JSON.readTree(json).path("result")) {
      String text = word.path("word").asString("");
      if (!text.isBlank() && !isMark(text)) {
        words.add(
            new Transcript.Word(
                text,
                word.path("start").asDouble(0),
                word.path("end").asDouble(0),
                Math.clamp(word.path("conf").asDouble(0), 0, 1)));
      }
    }
  }

  Transcript transcript(String engine, Locale language, double seconds) {
    if (words.isEmpty()) {
      return new Transcript.NothingHeard(Transcript.Reason.NO_WORDS, engine, language, seconds);
    }
    String between = spaced(language) ? " " : "";
    String text = words.stream().map(Transcript.Word::word).collect(Collectors.joining(between));
    double confidence = words.stream().mapToDouble(Transcript.Word::confidence).average().orElse(0);
    return new Transcript.Heard(text, words, engine, language, seconds, confidence);
  }

  /** A model's sign for "no word I know", such as {@code [unk]} or {@code <UNK>}. */
  private static boolean isMark(String word) {
    return word.matches("\\[.*]|<.*>");
  }

  private static boolean spaced(Locale language) {
    return !language.getLanguage().equals("zh");
  }
}
