package io.kouxin.nlp.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes heard memos of written ones: JSON Lines with a {@code text} in; the first of them out, each
 * spoken by a voice of {@code flite}, coded as a phone codes it and heard by our own decoder and
 * the English Vosk model. The text is what was heard, {@code voice} names who spoke, the labels
 * stay. Says on standard error how many words are wrong. Needs flite, sox and libsox-fmt-all.
 *
 * <pre>mvn -q -pl nlp test-compile exec:exec@spoken-memos -Dspoken="16 in.jsonl out.jsonl"</pre>
 */
final class SpokenMemosMain {
  /** The voices of flite at 16 kHz, in turn. */
  private static final List<String> VOICES = List.of("slt", "rms", "awb", "kal16");

  private SpokenMemosMain() {}

  /** Takes how many memos, input, output. */
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      System.err.println("wanted: COUNT INPUT OUTPUT, such as 16 memos.jsonl heard.jsonl");
      System.exit(2);
    }
    List<String> lines =
        Files.readAllLines(Path.of(args[1])).stream()
            .filter(line -> !line.isBlank())
            .limit(Integer.parseInt(args[0]))
            .toList();
    var decoder = new AudioDecoder(AudioLimits.standard());
    List<String> out = new ArrayList<>();
    ErrorRate all = ErrorRate.NONE;
    try (var recognizer = new VoskRecognizer(TestModels.store(), VoskSettings.standard())) {
      for (int i = 0; i < lines.size(); i++) {
        var memo = (ObjectNode) JsonMapper.shared().readTree(lines.get(i));
        String said = memo.path("text").asString();
        String voice = VOICES.get(i % VOICES.size());
        Pcm sound = decoder.decode(spoken(said, voice));
        String heard = text(recognizer.recognize(sound, Locale.ENGLISH));
        ErrorRate here = ErrorRate.of(words(said), words(heard));
        all = all.plus(here);
        System.err.printf("%s, %s: %s of the words are wrong%n", memo.path("id"), voice, here);
        memo.put("text", heard).put("clean_text", said).put("asr_noise", true).put("voice", voice);
        out.add(memo.toString());
      }
    }
    Files.write(Path.of(args[2]), out);
    System.err.printf("%d memos: %s of the words are wrong%n", out.size(), all);
  }

  /** AMR-NB at 12.2 kbit/s, with the quiet before and after that a thumb on a button leaves. */
  private static byte[] spoken(String text, String voice) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("spoken");
    Path words = folder.resolve("words.txt");
    Path wav = folder.resolve("words.wav");
    Path amr = folder.resolve("words.amr");
    try {
      Files.writeString(words, text, StandardCharsets.UTF_8);
      run("flite", "-voice", voice, "-f", words.toString(), "-o", wav.toString());
      String[] coded = {"-C", "7", "-r", "8000", "-c", "1", "-t", "amr-nb"};
      var sox = new ArrayList<>(List.of("sox", "-D", wav.toString()));
      sox.addAll(List.of(coded));
      sox.addAll(List.of(amr.toString(), "pad", "0.4", "0.4"));
      run(sox.toArray(String[]::new));
      return Files.readAllBytes(amr);
    } finally {
      for (Path file : List.of(words, wav, amr)) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(command[0] + " ended with " + code);
    }
  }

  private static String text(Transcript heard) {
    return heard instanceof Transcript.Heard words ? words.text() : "";
  }

  private static List<String> words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9']+", " ").strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }
}
