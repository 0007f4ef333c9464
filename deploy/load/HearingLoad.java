import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.AudioLimits;
import io.kouxin.nlp.speech.ModelSource;
import io.kouxin.nlp.speech.ModelStore;
import io.kouxin.nlp.speech.Pcm;
import io.kouxin.nlp.speech.VoskRecognizer;
import io.kouxin.nlp.speech.VoskSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** What hearing costs over bare Vosk, and two notes at once over one. See README.md. */
final class HearingLoad {
  private static final String MODEL = "vosk-model-small-en-us-0.15";
  private static final com.sun.management.OperatingSystemMXBean MACHINE =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private HearingLoad() {}

  /** Processor time of the whole process, and the time on the wall, in seconds. */
  private record Cost(double cpu, double wall) {
    static Cost of(Callable<?> work) throws Exception {
      long cpu = MACHINE.getProcessCpuTime();
      long wall = System.nanoTime();
      work.call();
      return new Cost((MACHINE.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("jna.encoding", "UTF-8");
    Path folder =
        Path.of(option(args, "--notes", "nlp/src/test/resources/io/kouxin/nlp/speech/memos"));
    Path models = Path.of(option(args, "--models", "nlp/target/test-models"));
    int rounds = Integer.parseInt(option(args, "--rounds", "3"));
    List<byte[]> notes = notes(folder);
    var store = new ModelStore(models, ModelSource.home());
    machine("before");
    LibVosk.setLogLevel(LogLevel.WARNINGS);
    try (var model = new Model(store.open(MODEL).orElseThrow().toString());
        var recognizer =
            new VoskRecognizer(store, new VoskSettings(2, Map.of("en", List.of(MODEL))))) {
      var decoder = new AudioDecoder(AudioLimits.standard());
      overhead(notes, decoder, recognizer, model, rounds);
      together(decoder.decode(notes.getFirst()), recognizer, rounds);
    }
    machine("after");
  }

  private static void overhead(
      List<byte[]> notes, AudioDecoder decoder, VoskRecognizer recognizer, Model model, int rounds)
      throws Exception {
    double seconds = 0;
    double decoding = 0;
    double bare = 0;
    List<Double> over = new ArrayList<>();
    for (int round = -1; round < rounds; round++) { // the first one warms up
      double oursNow = 0;
      double bareNow = 0;
      for (int i = 0; i < notes.size(); i++) {
        byte[] note = notes.get(i);
        Pcm sound = decoder.decode(note);
        // Side by side and in turn, so that what else runs here hinders both alike.
        boolean bareFirst = (round + i) % 2 == 0;
        double before = bareFirst ? Cost.of(() -> bare(sound, model)).cpu() : 0;
        double ours =
            Cost.of(() -> recognizer.recognize(decoder.decode(note), Locale.ENGLISH)).cpu();
        double after = bareFirst ? 0 : Cost.of(() -> bare(sound, model)).cpu();
        oursNow += ours;
        bareNow += before + after;
        if (round >= 0) {
          decoding += Cost.of(() -> decoder.decode(note)).cpu();
          seconds += sound.seconds();
        }
      }
      if (round >= 0) {
        bare += bareNow;
        over.add(100 * (oursNow / bareNow - 1));
      }
    }
    System.out.printf(
        "%d notes, %d rounds, %.0f s of sound in all; processor time:%n",
        notes.size(), rounds, seconds);
    System.out.printf(
        "  bare Vosk         %.1f s, %.3f per second of sound%n", bare, bare / seconds);
    System.out.printf("  our whole way     median %+.1f %% (aim: at most 5 %%)", median(over));
    System.out.printf(", by round %s%n", rounded(over));
    System.out.printf("  of it decoding    %.1f %%%n", 100 * decoding / bare);
  }

  /** As Vosk's own examples do it: a recogniser for each recording, 4,000 samples at a time. */
  private static Object bare(Pcm sound, Model model) throws IOException {
    try (var recognizer = new Recognizer(model, Pcm.RATE)) {
      recognizer.setWords(true);
      short[] samples = sound.samples();
      for (int from = 0; from < samples.length; from += 4_000) {
        short[] piece = Arrays.copyOfRange(samples, from, Math.min(from + 4_000, samples.length));
        if (recognizer.acceptWaveForm(piece, piece.length)) {
          recognizer.getResult();
        }
      }
      return recognizer.getFinalResult();
    }
  }

  private static void together(Pcm sound, VoskRecognizer recognizer, int rounds) throws Exception {
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = -1; round < rounds; round++) {
        Cost single = Cost.of(() -> recognizer.recognize(sound, Locale.ENGLISH));
        Cost pair =
            Cost.of(
                () -> {
                  Future<?> other =
                      threads.submit(() -> recognizer.recognize(sound, Locale.ENGLISH));
                  recognizer.recognize(sound, Locale.ENGLISH);
                  return other.get();
                });
        if (round >= 0) {
          one.add(single.wall());
          two.add(pair.wall());
          work.add(pair.cpu() / single.cpu() / 2);
        }
      }
    }
    System.out.printf(
        "two notes of %.1f s at once: median %.2f s, one alone %.2f s: %.2f times; quickest %.2f and"
            + " %.2f s: %.2f times (aim: at most 1.2)%n",
        sound.seconds(),
        median(two),
        median(one),
        median(two) / median(one),
        least(two),
        least(one),
        least(two) / least(one));
    System.out.printf(
        "  processor time of each of the two over that of one alone: %.2f times%n", median(work));
  }

  private static List<byte[]> notes(Path folder) throws IOException {
    List<byte[]> notes = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".amr")).sorted().toList()) {
        notes.add(Files.readAllBytes(file));
      }
    }
    return notes;
  }

  private static double median(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static double least(List<Double> all) {
    return all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static List<String> rounded(List<Double> all) {
    return all.stream().map(one -> "%+.1f".formatted(one)).toList();
  }

  private static void machine(String when) {
    System.out.printf(
        "%s: %d cores, load %.1f, Java %s%n",
        when,
        Runtime.getRuntime().availableProcessors(),
        MACHINE.getSystemLoadAverage(),
        Runtime.version());
  }

  private static String option(String[] args, String name, String otherwise) {
    int at = Arrays.asList(args).indexOf(name);
    return at < 0 ? otherwise : args[at + 1];
  }
}
