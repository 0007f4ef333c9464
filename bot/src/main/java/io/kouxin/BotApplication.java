package io.kouxin;

import io.kouxin.bot.wiring.Commands;
import io.kouxin.bot.wiring.ServiceApplication;
import org.springframework.modulith.Modulithic;

/** Where the jar begins. */
@Modulithic(systemName = "Kouxin")
public final class BotApplication {
  private BotApplication() {}

  /** Starts the command that the arguments name; without any, the service. */
  public static void main(String[] args) {
    System.exit(Commands.run(args, ServiceApplication::serve));
  }
}
