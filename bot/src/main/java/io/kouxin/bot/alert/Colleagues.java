package io.kouxin.bot.alert;

import io.kouxin.bot.people.People.Account;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.channel.Directory.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who somebody is, as the company's own directories say. A courtesy: where one fails or is slow,
 * nobody waits, and all goes on as if it knew nothing. Never to be asked inside a transaction.
 */
public final class Colleagues {
  private static final Logger LOG = LoggerFactory.getLogger(Colleagues.class);
  private final Map<String, Directory> directories;
  private final Duration patience;

  /** In these directories; each answer is waited for three seconds. */
  public Colleagues(List<Directory> directories) {
    this(directories, Duration.ofSeconds(3));
  }

  Colleagues(List<Directory> directories, Duration patience) {
    this.directories =
        directories.stream().collect(Collectors.toMap(Directory::name, Function.identity()));
    this.patience = patience;
  }

  /** The member behind an account; empty as well if that cannot be found out. */
  Optional<Member> member(Account account) {
    return Optional.ofNullable(directories.get(account.channel()))
        .flatMap(directory -> inTime(directory, account.account()));
  }

  private Optional<Member> inTime(Directory directory, String account) {
    var asking = new FutureTask<>(() -> directory.member(account));
    Thread thread = Thread.ofVirtual().name("directory").start(asking);
    try {
      return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.info("the directory of {} does not say who somebody is: {}", directory.name(), why(e));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      thread.interrupt();
    }
  }

  private static String why(Exception failure) {
    return failure.getCause() == null ? "too slow" : String.valueOf(failure.getCause());
  }
}
