package io.kouxin.bot.command;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a command looks at meanings, too. */
final class SentenceModel {
  @Option(
      names = "--words-only",
      description = "go by words alone: quicker, and finds less of what is said in other words")
  private boolean wordsOnly;

  /** The encoder, if it is wanted and can be had; if it cannot, that is said. */
  Optional<Encoder> open(PrintWriter err) {
    if (wordsOnly) {
      return Optional.empty();
    }
    err.println("reading what the library means: up to a minute; --words-only does without");
    err.flush();
    try {
      return Optional.of(BgeEncoder.open(Locale.CHINESE));
    } catch (NoEncoderException e) {
      err.println(e.getMessage() + "; only the words count");
      err.flush();
      return Optional.empty();
    }
  }
}
