package io.kouxin.bot.command;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LuceneTagLibrary;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.BilingualReader;
import io.kouxin.nlp.text.Due;
import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.Utterance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code evaluate}: how well a library tags labelled memos, as it is and once more blind for every
 * phrase that stands in a memo word for word, so that only other wording counts; on request both by
 * cross-validation, too; and which entries are too thin. The last line is micro-F1 as it is. 0
 * done, 1 a file cannot be used, 2 wrong use.
 */
@Command(
    name = "evaluate",
    description = "Tells how well a library tags labelled memos, and where it errs.",
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
  private static final BilingualReader READER = new BilingualReader(new RuleBasedReader());

  @Option(
      names = "--library",
      required = true,
      paramLabel = "FILE",
      description = "a pack's library.yaml, or JSON Lines as for tag; several count as one library")
  private List<Path> libraries = List.of();

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description =
          "labelled memos, JSON Lines {\"id\",\"text\",\"tags\",\"negated\",\"due_expr\",\"due\",\"asr_noise\"}")
  private Path gold = Path.of("");

  @Mixin private Moment moment = new Moment();

  @Option(
      names = "--background",
      paramLabel = "FILE",
      description = "unlabelled memos to calibrate on (default: those of --gold; - for none)")
  private @Nullable Path background;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "measure once more in N parts, each by a library calibrated on the others, which are fewer"
              + " (5 is usual; 2 to the number of memos; not with --background)")
  private @Nullable Integer folds;

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "so many of the worst entries, most confused pairs and wrong memos (default: 10)")
  private int worst = 10;

  @Mixin private SentenceModel model = new SentenceModel();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ZonedDateTime now = moment.of(spec.commandLine());
    try {
      LibraryFiles library = LibraryFiles.read(libraries, err);
      List<LibraryEntry> entries = library.entries();
      List<GoldMemo> memos = GoldMemo.read(gold);
      checkFolds(memos.size());
      List<Encoder> encoders = model.open(entries, err);
      try (var tags = LuceneTagLibrary.of(entries, calibrating(memos), encoders)) {
        library.tell(tags.errors());
        Both all = new Both(now);
        all.add(memos, tags);
        out.println("as it is:");
        all.print(out);
        if (folds != null) {
          inFolds(new Folds(memos, folds), part -> tags.calibrated(entries, part, encoders), now);
        }
        ThinEntries.print(entries, out);
        all.asItIs.mistakes(worst).print(out);
        out.printf(Locale.ROOT, "%.4f%n", all.asItIs.f1());
      }
      out.flush();
      return 0;
    } catch (BadLineException e) {
      err.println(e.getMessage());
      err.flush();
      return 1;
    }
  }

  private List<String> calibrating(List<GoldMemo> memos) throws BadLineException {
    if (background == null) {
      return memos.stream().map(GoldMemo::text).toList();
    }
    return background.equals(Path.of("-")) ? List.of() : MemoFile.texts(background);
  }

  private void checkFolds(int memos) {
    if (folds != null && background != null) {
      throw wrong("--folds calibrates on the memos of --gold: leave out --background");
    }
    if (folds != null && (folds < 2 || folds > memos)) {
      throw wrong("--folds takes 2 parts or more, and no more than memos: here " + memos);
    }
  }

  private ParameterException wrong(String said) {
    return new ParameterException(spec.commandLine(), said);
  }

  /** Once more, with each part of the memos unseen by the library that it is measured by. */
  private void inFolds(
      Folds parts, Function<List<String>, LuceneTagLibrary> calibrated, ZonedDateTime now) {
    PrintWriter out = spec.commandLine().getOut();
    var all = new Both(now);
    for (int part = 0; part < parts.parts(); part++) {
      try (LuceneTagLibrary tags = calibrated.apply(parts.others(part))) {
        all.add(parts.part(part), tags);
      }
    }
    out.printf(
        Locale.ROOT, "in %d parts, each by a library calibrated on the others:%n", parts.parts());
    all.print(out);
  }

  /** How memos are tagged as they are, and blind for phrases that are said word for word. */
  private record Both(ZonedDateTime now, Scorecard asItIs, Scorecard blind) {
    Both(ZonedDateTime now) {
      this(now, new Scorecard(now.getZone()), new Scorecard(now.getZone()));
    }

    void add(List<GoldMemo> memos, LuceneTagLibrary tags) {
      memos.forEach(memo -> add(asItIs, memo, tags::tag));
      memos.forEach(memo -> add(blind, memo, tags::tagOtherWording));
    }

    private void add(Scorecard card, GoldMemo memo, Function<Utterance, Tagging> tagger) {
      Utterance utterance = READER.read(memo.text(), TagCommand.language(memo.text()), now);
      Tagging tagging = tagger.apply(utterance);
      List<String> tags =
          tagging.tags().stream()
              .filter(t -> t.status() == Status.ASSERTED)
              .map(Tag::entry)
              .toList();
      List<String> suggestions = tagging.suggestions().stream().map(Tag::entry).toList();
      card.add(memo, tags, suggestions, utterance.due().flatMap(Due::at));
    }

    void print(PrintWriter out) {
      asItIs.print(out);
      out.println("blind for phrases that are said word for word:");
      blind.print(out);
    }
  }
}
