package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.text.Utterance;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one memo of 60 characters costs at several sizes of the library, how soon a changed library
 * is live, and what memory a library takes. See "What a memo costs" in {@code RATIONALE.md}.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx12g", "--enable-native-access=ALL-UNNAMED"})
public class TaggingBench {
  @Param({"100", "1000", "10000", "100000"})
  public int entries;

  @Param({"words", "meaning"})
  public String by;

  private final BenchTalk talk = new BenchTalk();
  private final List<LibraryEntry> changing = new ArrayList<>();
  private List<Encoder> encoders = List.of();
  private LuceneTagLibrary library;
  private List<Utterance> memos;
  private int at;

  /** Runs it: the options are those of JMH. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        "%d cores, %s, load %.1f%n",
        machine.getAvailableProcessors(), Runtime.version(), machine.getSystemLoadAverage());
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .addProfiler(BenchFigures.class)
                .build())
        .run();
    System.out.printf("load %.1f%n", machine.getSystemLoadAverage());
  }

  /** Builds the library. */
  @Setup
  public void build() throws NoEncoderException {
    changing.addAll(talk.entries(entries));
    encoders = by.equals("words") ? List.of() : List.of(BgeEncoder.open(Locale.CHINESE));
    List<String> background = talk.background();
    memos = talk.memos(changing);
    long before = BenchFigures.memory();
    library = LuceneTagLibrary.of(changing, background, encoders);
    BenchFigures.took(BenchFigures.memory() - before);
  }

  /** Gives back what is not on the heap. */
  @TearDown
  public void close() {
    library.close();
    encoders.forEach(Encoder::close);
  }

  /** One memo. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Warmup(iterations = 3, time = 5)
  @Measurement(iterations = 3, time = 5)
  public Tagging memo() {
    long start = BenchFigures.processor();
    Tagging found = library.tag(memos.get(at++ % memos.size()));
    BenchFigures.spent(BenchFigures.processor() - start);
    return found;
  }

  /** A person changes an entry, and the next memo knows it. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 5)
  @Measurement(iterations = 10)
  public Tagging change() {
    long start = BenchFigures.processor();
    changing.set(at++ % entries, talk.entry("changed" + at));
    LuceneTagLibrary before = library;
    library = before.edited(changing);
    before.close();
    Tagging found = library.tag(memos.getFirst());
    BenchFigures.spent(BenchFigures.processor() - start);
    return found;
  }
}
