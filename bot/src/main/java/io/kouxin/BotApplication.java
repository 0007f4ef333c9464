package io.kouxin;

import io.kouxin.bot.wiring.Commands;
import io.kouxin.bot.wiring.ServiceApplication;

/** Where the jar begins. */
public final class BotApplication {
  private BotApplication() {}

  /** Starts the command that the arguments name; without any, the service. */
  public static void main(String[] args) {
    System.exit(Commands.run(args, ServiceApplication::serve));
  }
}
