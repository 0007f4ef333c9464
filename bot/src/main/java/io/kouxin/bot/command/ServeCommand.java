package io.kouxin.bot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The service by its name. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the service.")
public final class ServeCommand implements Callable<Integer> {
  private final Callable<Integer> serve;

  /** Starts the service with {@code serve}. */
  public ServeCommand(Callable<Integer> serve) {
    this.serve = serve;
  }

  @Override
  public Integer call() throws Exception {
    return serve.call();
  }
}
