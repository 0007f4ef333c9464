package io.kouxin.bot.command;

import io.kouxin.bot.pack.PackLint;
import io.kouxin.bot.pack.PackProblem;
import io.kouxin.bot.pack.PackReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pack lint DIR}: one problem or warning a line on standard output; 0 sound, 1 not, 2 wrong
 * use.
 */
@Command(
    name = "lint",
    description = "Checks a pack: every problem with file, line and what to do.",
    mixinStandardHelpOptions = true)
public final class PackLintCommand implements Callable<Integer> {
  private final PackLint lint;

  @Parameters(paramLabel = "DIR", description = "the folder that holds pack.yaml")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  /** With what looks at packs. */
  public PackLintCommand(PackLint lint) {
    this.lint = lint;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), folder + " is no folder");
    }
    PackReading reading = lint.lint(folder);
    PrintWriter out = spec.commandLine().getOut();
    for (PackProblem problem : reading.problems()) {
      out.println(problem);
    }
    for (PackProblem warning : reading.warnings()) {
      out.println(warning.asWarning());
    }
    reading.pack().ifPresent(pack -> report(reading, pack.id()));
    out.flush();
    return reading.isSound() ? 0 : 1;
  }

  private void report(PackReading reading, String id) {
    PrintWriter err = spec.commandLine().getErr();
    int problems = reading.problems().size();
    int warnings = reading.warnings().size();
    err.println(
        (problems == 0 ? id + " is sound" : id + ": " + problems + " problems")
            + (warnings == 0 ? "" : ", " + warnings + " warnings"));
    err.flush();
  }
}
