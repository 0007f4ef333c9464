package io.kouxin.bot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program itself: a command by its name, and without one the service. */
@Command(
    name = "kouxin",
    mixinStandardHelpOptions = true,
    versionProvider = KouxinCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Turns a sales rep's voice note into a structured follow-up.",
    footer = {"", "Without a command: serve.", "Exit status: 0 done, 1 failed, 2 wrong use."})
public final class KouxinCommand implements Callable<Integer> {
  private final Callable<Integer> serve;

  /**
   * Starts the service with {@code serve}, which answers with the exit status once it has ended.
   */
  public KouxinCommand(Callable<Integer> serve) {
    this.serve = serve;
  }

  @Override
  public Integer call() throws Exception {
    return serve.call();
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = KouxinCommand.class.getPackage().getImplementationVersion();
      return new String[] {"kouxin " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
