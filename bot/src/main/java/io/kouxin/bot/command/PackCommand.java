package io.kouxin.bot.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pack}: what can be done with packs. */
@Command(name = "pack", description = "Checks packs.", mixinStandardHelpOptions = true)
public final class PackCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: pack lint DIR");
  }
}
