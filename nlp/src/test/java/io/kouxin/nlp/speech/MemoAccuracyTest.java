package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vosk.Model;
import org.vosk.Recognizer;

/** Word error rate on the spoken memos, beside bare Vosk on the same files decoded by sox. */
class MemoAccuracyTest {
  private final AudioDecoder decoder = new AudioDecoder(AudioLimits.standard());

  @Test
  void hears_the_memos_as_well_as_bare_vosk(@TempDir Path folder) throws Exception {
    ErrorRate ours = ErrorRate.NONE;
    ErrorRate bare = ErrorRate.NONE;
    double seconds = 0;
    long before = System.nanoTime();
    long spent = 0;
    try (var recognizer = new VoskRecognizer(TestModels.store(), VoskSettings.standard());
        var model = model()) {
      recognizer.recognize(Recordings.silence(1), Locale.ENGLISH); // loads the model
      for (var memo : memos().entrySet()) {
        List<String> spoken = words(memo.getValue());
        before = System.nanoTime();
        Pcm sound = decoder.decode(Recordings.memo(memo.getKey()));
        Transcript heard = recognizer.recognize(sound, Locale.ENGLISH);
        spent += System.nanoTime() - before;
        seconds += sound.seconds();
        ErrorRate here = ErrorRate.of(spoken, words(text(heard)));
        ours = ours.plus(here);
        Optional<short[]> samples = soxDecoded(memo.getKey(), folder);
        String beside = "no sox here";
        if (samples.isPresent()) {
          ErrorRate there = ErrorRate.of(spoken, words(bare(model, samples.get())));
          bare = bare.plus(there);
          beside = there.toString();
        }
        System.out.printf("%-22s ours %-18s bare Vosk %s%n", memo.getKey(), here, beside);
      }
    }
    System.out.printf(
        "word error rate on %d memos: ours %s, bare Vosk on sox's samples %s; %.1f s of sound in %.1f s%n",
        memos().size(), ours, bare.units() == 0 ? "not run: no sox" : bare, seconds, spent / 1e9);
    assertThat(ours.rate()).isLessThan(0.35);
    if (bare.units() > 0) {
      assertThat(ours.rate()).as("beside bare Vosk").isLessThan(bare.rate() + 0.05);
    }
  }

  @Test
  void hears_both_visits_of_one_memo_with_the_pause_between_them() throws Exception {
    try (var recognizer = new VoskRecognizer(TestModels.store(), VoskSettings.standard())) {
      Pcm sound = decoder.decode(Recordings.memo("two-visits.amr"));
      var heard = (Transcript.Heard) recognizer.recognize(sound, Locale.ENGLISH);

      double longest = 0;
      for (int i = 1; i < heard.words().size(); i++) {
        double gap = heard.words().get(i).start() - heard.words().get(i - 1).end();
        longest = Math.max(longest, gap);
      }
      assertThat(longest).as("seconds of pause, of two spoken").isBetween(1.5, 3.0);
    }
  }

  private static Model model() throws Exception {
    VoskNatives.load();
    return new Model(TestModels.store().open(KnownModel.ENGLISH.name()).orElseThrow().toString());
  }

  private static String bare(Model model, short[] samples) throws IOException {
    try (var recognizer = new Recognizer(model, Pcm.RATE)) {
      var text = new StringBuilder();
      for (int from = 0; from < samples.length; from += 4000) {
        int count = Math.min(4000, samples.length - from);
        var piece = java.util.Arrays.copyOfRange(samples, from, from + count);
        if (recognizer.acceptWaveForm(piece, count)) {
          text.append(plain(recognizer.getResult())).append(' ');
        }
      }
      return text.append(plain(recognizer.getFinalResult())).toString();
    }
  }

  private static String plain(String json) {
    return json.replaceAll("(?s).*\"text\"\\s*:\\s*\"(.*)\".*", "$1");
  }

  private static Optional<short[]> soxDecoded(String memo, Path folder) throws Exception {
    Path amr = Files.write(folder.resolve(memo), Recordings.memo(memo));
    Path raw = folder.resolve("memo.s16");
    try {
      int code =
          new ProcessBuilder(
                  "sox",
                  "-D",
                  "-t",
                  "amr-nb",
                  amr.toString(),
                  "-t",
                  "raw",
                  "-e",
                  "signed",
                  "-b",
                  "16",
                  "-L",
                  "-c",
                  "1",
                  raw.toString(),
                  "rate",
                  "16k")
              .inheritIO()
              .start()
              .waitFor();
      assertThat(code).as("sox").isZero();
    } catch (IOException e) {
      return Optional.empty();
    }
    var numbers =
        ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    var samples = new short[numbers.remaining()];
    numbers.get(samples);
    return Optional.of(samples);
  }

  private static Map<String, String> memos() {
    String table = new String(Recordings.memo("memos.tsv"), StandardCharsets.UTF_8);
    Map<String, String> memos = new LinkedHashMap<>();
    table
        .lines()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(cells -> memos.put(cells[0], cells[1]));
    return memos;
  }

  private static String text(Transcript heard) {
    return heard instanceof Transcript.Heard words ? words.text() : "";
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
