package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Character error rate on 100 Mandarin utterances of AISHELL-1, where they and a Chinese model are.
 * {@code KOUXIN_AISHELL} names the folder of {@code transcripts.tsv}; {@code KOUXIN_HOME/models}
 * holds the model.
 */
class AishellTest {
  private static final Path ROOT =
      Path.of(System.getProperty("kouxin.root", "..")).toAbsolutePath();
  private static final Path SOUNDS =
      Path.of(
          setting("KOUXIN_AISHELL").orElse(ROOT.resolve("../shared/speech/aishell").toString()));
  private static final Path MODELS =
      Path.of(setting("KOUXIN_HOME").orElse(ROOT.resolve(".kouxin").toString()), "models");

  @Test
  void hears_mandarin() throws Exception {
    var store = new ModelStore(MODELS, ModelSource.home());
    try (var recognizer = new VoskRecognizer(store, VoskSettings.standard())) {
      assumeTrue(recognizer.ready(Locale.CHINESE), "skipped: no Chinese model");
      assumeTrue(Files.isDirectory(SOUNDS), "skipped: no AISHELL recordings");
      var decoder = new AudioDecoder(AudioLimits.standard());
      ErrorRate all = ErrorRate.NONE;
      String engine = "";
      List<String> lines = Files.readAllLines(SOUNDS.resolve("transcripts.tsv"));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t");
        Pcm sound = decoder.decode(SOUNDS.resolve(cells[0] + ".amr"));
        Transcript heard = recognizer.recognize(sound, Locale.CHINESE);
        engine = heard.engine();
        all = all.plus(ErrorRate.of(characters(cells[2]), characters(text(heard))));
      }
      System.out.printf(
          "character error rate of %s on %d AISHELL utterances: %s%n",
          engine, lines.size() - 1, all);
      assertThat(all.rate()).isLessThan(0.40);
    }
  }

  private static String text(Transcript heard) {
    return heard instanceof Transcript.Heard words ? words.text() : "";
  }

  private static List<Integer> characters(String text) {
    return text.codePoints().filter(c -> !Character.isWhitespace(c)).boxed().toList();
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(name)));
  }
}
