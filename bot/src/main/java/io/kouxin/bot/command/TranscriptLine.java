package io.kouxin.bot.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kouxin.nlp.speech.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file as {@code transcribe --json} prints it. The names are promises.
 *
 * @param reason why nothing was heard; left out when words were heard
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TranscriptLine(
    String file,
    String text,
    String language,
    String engine,
    double seconds,
    double confidence,
    List<Transcript.Word> words,
    Optional<String> reason) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static TranscriptLine of(Path file, Transcript heard) {
    String language = heard.language().getLanguage();
    double seconds = rounded(heard.seconds());
    return switch (heard) {
      case Transcript.Heard words ->
          new TranscriptLine(
              file.toString(),
              words.text(),
              language,
              words.engine(),
              seconds,
              rounded(words.confidence()),
              words.words(),
              Optional.empty());
      case Transcript.NothingHeard nothing ->
          new TranscriptLine(
              file.toString(),
              "",
              language,
              nothing.engine(),
              seconds,
              0,
              List.of(),
              Optional.of(nothing.reason().name()));
    };
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
