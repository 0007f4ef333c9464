package io.kouxin.bot.doctor;

import io.kouxin.integrations.channel.Checkup.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks everywhere at once, and waits for nobody longer than people wait for a command. */
public final class Doctor {
  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
  private final List<Examination> examinations;
  private final Duration patience;

  /** Who looks at these places, in the order in which they are told. */
  public Doctor(List<Examination> examinations) {
    this(examinations, Duration.ofSeconds(25));
  }

  Doctor(List<Examination> examinations, Duration patience) {
    this.examinations = List.copyOf(examinations);
    this.patience = patience;
  }

  /** What is found; a place that fails or takes too long is unknown, and the others are told. */
  public List<Finding> examine() {
    ExecutorService all = Executors.newVirtualThreadPerTaskExecutor();
    try {
      long until = System.nanoTime() + patience.toNanos();
      List<Future<List<Finding>>> running =
          examinations.stream().map(one -> all.submit(one::findings)).toList();
      List<Finding> found = new ArrayList<>();
      for (int i = 0; i < running.size(); i++) {
        found.addAll(outcome(examinations.get(i).name(), running.get(i), until));
      }
      return found;
    } finally {
      all.shutdownNow();
    }
  }

  private static List<Finding> outcome(String name, Future<List<Finding>> running, long until) {
    try {
      return running.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return List.of(new Finding(name, State.UNKNOWN, "late", Map.of("name", name)));
    } catch (ExecutionException e) {
      LOG.warn("doctor could not look at {}", name, e.getCause());
      return List.of(new Finding(name, State.UNKNOWN, "stumbled", Map.of("name", name)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
