package io.kouxin.bot.command;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a command looks at meanings, too. */
final class SentenceModel {
  @Option(
      names = "--vectors",
      description = "find what is said in other words, too (as yet the service does not)")
  private boolean vectors;

  /** The encoder, if it is wanted and can be had; if it cannot, that is said. */
  Optional<Encoder> open(PrintWriter err) {
    if (!vectors) {
      return Optional.empty();
    }
    try {
      return Optional.of(BgeEncoder.open());
    } catch (NoEncoderException e) {
      err.println(e.getMessage() + "; only the words count");
      err.flush();
      return Optional.empty();
    }
  }
}
