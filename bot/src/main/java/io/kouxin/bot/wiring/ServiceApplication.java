package io.kouxin.bot.wiring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The service. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.kouxin.bot.wiring")
@ComponentScan({"io.kouxin.bot.wiring", "io.kouxin.bot.console"})
public class ServiceApplication {

  /**
   * Starts the service and stays until it is stopped.
   *
   * @return 0 when it was stopped, 1 when it could not start
   */
  public static int serve(String... args) {
    try {
      new SpringApplication(ServiceApplication.class).run(args);
      Thread.currentThread().join();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (RuntimeException e) {
      if (StartFailure.isKnown(e)) {
        return 1;
      }
      throw e;
    }
  }
}
