package io.kouxin.bot.wiring;

import io.kouxin.bot.wiring.Home.HomeIsTaken;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the service does not start and what to do, instead of a stack trace. */
public final class StartFailure implements FailureAnalyzer {

  static boolean isKnown(Throwable failure) {
    return known(failure).isPresent();
  }

  private static Optional<Throwable> known(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof HomeIsTaken || cause instanceof WrongSetting)
        .findFirst();
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return known(failure)
        .map(cause -> new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause))
        .orElse(null);
  }
}
