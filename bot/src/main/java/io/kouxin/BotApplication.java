package io.kouxin;

import io.kouxin.bot.wiring.Commands;

/** Where the jar begins. */
public final class BotApplication {
  private BotApplication() {}

  /** Starts the command that the arguments name; without any, the service. */
  public static void main(String[] args) {
    System.exit(Commands.run(args, BotApplication::serve));
  }

  private static int serve() {
    System.err.println("kouxin: this build has no service yet");
    return 1;
  }
}
