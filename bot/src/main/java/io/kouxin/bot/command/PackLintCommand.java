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

/** {@code pack lint DIR}: one problem a line on standard output; 0 sound, 1 not, 2 wrong use. */
@Command(
    name = "lint",
    description = "Checks a pack: every problem with file, line and what to do.",
    mixinStandardHelpOptions = true)
public final class PackLintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder that holds pack.yaml")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), folder + " is no folder");
    }
    PackReading reading = new PackLint().lint(folder);
    PrintWriter out = spec.commandLine().getOut();
    for (PackProblem problem : reading.problems()) {
      out.println(problem);
    }
    reading.pack().ifPresent(pack -> report(reading.problems().size(), pack.id()));
    out.flush();
    return reading.isSound() ? 0 : 1;
  }

  private void report(int problems, String id) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(problems == 0 ? id + " is sound" : id + ": " + problems + " problems");
    err.flush();
  }
}
