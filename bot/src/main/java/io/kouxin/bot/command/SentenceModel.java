package io.kouxin.bot.command;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Whether a command looks at meanings, too. */
final class SentenceModel {
  @Option(
      names = "--words-only",
      description = "go by words alone: quicker, and finds less of what is said in other words")
  private boolean wordsOnly;

  /**
   * The encoders, if they are wanted and can be had; if they cannot, that is said.
   *
   * @param entries of the languages that are needed
   */
  List<Encoder> open(List<LibraryEntry> entries, PrintWriter err) {
    if (wordsOnly) {
      return List.of();
    }
    err.println("reading what the library means: up to a minute; --words-only does without");
    err.flush();
    var encoders = new ArrayList<Encoder>();
    for (String language :
        new TreeSet<>(entries.stream().map(e -> e.language().getLanguage()).toList())) {
      try {
        encoders.add(BgeEncoder.open(Locale.of(language)));
      } catch (NoEncoderException e) {
        err.println(e.getMessage() + "; there only the words count");
        err.flush();
      }
    }
    return encoders;
  }
}
