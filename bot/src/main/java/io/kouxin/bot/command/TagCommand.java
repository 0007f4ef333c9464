package io.kouxin.bot.command;

import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LuceneTagLibrary;
import io.kouxin.nlp.tagging.TagLibrary;
import io.kouxin.nlp.text.BilingualReader;
import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.Utterance;
import io.kouxin.nlp.text.UtteranceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code tag}: holds memos against a library. Reads JSON Lines {@code {"id","text"}}, writes JSON
 * Lines as described in the README; 0 done, 1 a file cannot be used, 2 wrong use.
 */
@Command(
    name = "tag",
    description = "Tags memos with the entries of a library: JSON Lines in, JSON Lines out.",
    mixinStandardHelpOptions = true)
public final class TagCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("standard input");

  /** With so many memos the input is a fair picture of what its reps usually say. */
  private static final int ENOUGH_TO_CALIBRATE = 20;

  @Option(
      names = "--library",
      required = true,
      paramLabel = "FILE",
      description =
          "a pack's library.yaml, or JSON Lines {\"id\",\"kind\",\"label\",\"phrases\",\"industry\"} "
              + "with any other field of library.yaml; several count as one library")
  private List<Path> libraries = List.of();

  @Mixin private final Moment moment;

  @Option(
      names = "--background",
      paramLabel = "FILE",
      description =
          "unlabelled memos to calibrate on (default: the input when it has 20 lines or more)")
  private @Nullable Path background;

  @Option(names = "--input", paramLabel = "FILE", description = "memos (default: standard input)")
  private @Nullable Path input;

  @Option(names = "--output", paramLabel = "FILE", description = "default: standard output")
  private @Nullable Path output;

  @Mixin private SentenceModel model = new SentenceModel();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command by the system's clock, in the time zone of China. */
  public TagCommand() {
    this.moment = new Moment();
  }

  /**
   * The command by another clock.
   *
   * @param clock gives the moment and the time zone when {@code --now} is absent
   */
  public TagCommand(Clock clock) {
    this.moment = new Moment(clock);
  }

  @Override
  public Integer call() {
    ZonedDateTime said = moment.of(spec.commandLine());
    try {
      LibraryFiles library = LibraryFiles.read(libraries, spec.commandLine().getErr());
      List<LibraryEntry> entries = library.entries();
      List<MemoFile.Memo> memos = memos();
      try (var tags =
          LuceneTagLibrary.of(
              entries, calibrating(memos), model.open(entries, spec.commandLine().getErr()))) {
        library.tell(tags.errors());
        write(memos, tags, said);
      }
      return 0;
    } catch (BadLineException e) {
      say(e.getMessage());
      return 1;
    } catch (IOException e) {
      say(output + ": cannot be written");
      return 1;
    }
  }

  private void say(@Nullable String sentence) {
    spec.commandLine().getErr().println(sentence);
    spec.commandLine().getErr().flush();
  }

  private List<MemoFile.Memo> memos() throws BadLineException {
    return input == null
        ? MemoFile.memos(STANDARD_INPUT, Lines.of(STANDARD_INPUT, System.in))
        : MemoFile.memos(input, Lines.of(input));
  }

  private List<String> calibrating(List<MemoFile.Memo> memos) throws BadLineException {
    if (background != null) {
      return MemoFile.texts(background);
    }
    return memos.size() < ENOUGH_TO_CALIBRATE
        ? List.of()
        : memos.stream().map(MemoFile.Memo::text).toList();
  }

  private void write(List<MemoFile.Memo> memos, TagLibrary tags, ZonedDateTime moment)
      throws IOException {
    if (output == null) {
      write(memos, tags, moment, spec.commandLine().getOut());
      return;
    }
    try (var out = new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
      write(memos, tags, moment, out);
    }
  }

  private static void write(
      List<MemoFile.Memo> memos, TagLibrary tags, ZonedDateTime moment, PrintWriter out) {
    UtteranceReader reader = new BilingualReader(new RuleBasedReader());
    for (MemoFile.Memo memo : memos) {
      Utterance utterance = reader.read(memo.text(), language(memo.text()), moment);
      TaggedMemo tagged = TaggedMemo.of(memo.id(), utterance, tags.tag(utterance), moment);
      out.println(JsonMapper.shared().writeValueAsString(tagged));
    }
    out.flush();
  }

  static Locale language(String text) {
    return BilingualReader.language(text, Locale.ENGLISH);
  }
}
