package io.kouxin.bot.alert;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A directory of those whom a test lists. */
public final class ListedDirectory implements Directory {
  private final String channel;
  private final Map<String, Member> members = new HashMap<>();
  private volatile Runnable first = () -> {};
  private volatile Optional<String> gap = Optional.empty();
  private volatile boolean fails;
  private volatile boolean sleeps;

  /** Of this channel, empty. */
  public ListedDirectory(String channel) {
    this.channel = channel;
  }

  /** Adds a member; an empty department is none. */
  public void lists(String account, String name, String department, List<String> leaders) {
    List<String> departments = Stream.of(department).filter(it -> !it.isEmpty()).toList();
    members.put(account, new Member(account, name, departments, leaders));
  }

  /** Does this before each answer. */
  public void first(Runnable work) {
    first = work;
  }

  /** Somebody is not there any more. */
  public void forget(String account) {
    members.remove(account);
  }

  /** From now on it hides a part of the company. */
  public void hidesSome() {
    gap = Optional.of("hidden");
  }

  /** From now on it answers nobody. */
  public void fails() {
    fails = true;
  }

  /** From now on it takes longer than anybody waits. */
  public void sleeps() {
    fails = false;
    sleeps = true;
  }

  @Override
  public String name() {
    return channel;
  }

  @Override
  public Optional<Member> member(String account) throws ChannelException {
    first.run();
    if (fails) {
      throw new ChannelException.Retry(Duration.ofSeconds(1), "away");
    }
    if (sleeps) {
      waitForEver();
    }
    return Optional.ofNullable(members.get(account));
  }

  @Override
  public Roster roster(Set<String> known) throws ChannelException {
    first.run();
    if (fails) {
      throw new ChannelException.Retry(Duration.ofSeconds(1), "away");
    }
    return new Roster(List.copyOf(members.values()), 1, gap);
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
