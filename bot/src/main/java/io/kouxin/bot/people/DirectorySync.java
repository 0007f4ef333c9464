package io.kouxin.bot.people;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.DirectoryRun.Outcome;
import io.kouxin.bot.people.DirectoryRuns.Span;
import io.kouxin.bot.people.Reconciling.Outlook;
import io.kouxin.bot.people.Roll.Entry;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.channel.Directory.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps people as the companies' directories have them: every night, soon after a platform says
 * that something changed, and when somebody asks. A directory that does not answer is asked again
 * some times, then the next night; nobody is taken for gone unless it showed everything.
 */
public final class DirectorySync implements Work {
  /** The journal's word for a listing in which too many were gone; its subject is the channel. */
  public static final String DOUBTED = "directory.doubted";

  private static final Logger LOG = LoggerFactory.getLogger(DirectorySync.class);
  private static final String NAME = "directory";

  /** Changes come in bunches. */
  static final Duration TOGETHER = Duration.ofMinutes(2);

  /** Longer than any listing takes: a killed one begins again behind it. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final int TRIES = 6;
  private final Ground ground;
  private final Manner manner;
  private final Map<String, Directory> directories;
  private final DirectoryRuns runs;
  private final Roll roll;
  private final Reconciling reconciling;

  /** What it stands on. */
  public record Ground(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Wakes wakes,
      Journal journal,
      People people,
      Clock clock) {}

  /**
   * How it goes about it.
   *
   * @param at when it is quiet
   * @param language of leaders who become people
   */
  public record Manner(LocalTime at, ZoneId zone, Locale language) {}

  /** Of these directories; of a person who is in several the first one is heard. */
  public DirectorySync(Ground ground, Manner manner, List<Directory> directories) {
    this.ground = ground;
    this.manner = manner;
    this.directories =
        directories.stream().collect(Collectors.toMap(Directory::name, Function.identity()));
    this.runs = new DirectoryRuns(ground.jdbc());
    this.roll =
        new Roll(ground.jdbc(), ground.clock(), directories.stream().map(Directory::name).toList());
    this.reconciling =
        new Reconciling(ground.transactions(), ground.people(), roll, manner.language());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** To be told by the journal: what a platform says changed is listed soon. */
  public Reaction reaction() {
    return new Reaction() {
      @Override
      public String name() {
        return NAME;
      }

      @Override
      public Set<String> kinds() {
        return Set.of(JdbcPeople.REORGANISED);
      }

      @Override
      public void react(JournalEntry entry) {
        soon(entry.subject());
      }
    };
  }

  /** Plans the first listing of those that were never listed. */
  public void begin() {
    for (String channel : directories.keySet()) {
      ground
          .transactions()
          .executeWithoutResult(
              status -> {
                runs.begin(channel, tonight());
                next(channel).ifPresent(at -> ground.wakes().wakeAt(NAME, channel, at));
              });
    }
  }

  /** Something changed there: lists it in a moment, once for all that changes until then. */
  public void soon(String channel) {
    want(channel, ground.clock().instant().plus(TOGETHER), false);
  }

  /**
   * Lists it now.
   *
   * @param acceptLosses whether this time any number of people may be gone
   * @return false if there is no such directory
   */
  public boolean now(String channel, boolean acceptLosses) {
    return want(channel, ground.clock().instant(), acceptLosses);
  }

  private boolean want(String channel, Instant at, boolean acceptLosses) {
    if (!directories.containsKey(channel)) {
      return false;
    }
    ground
        .transactions()
        .executeWithoutResult(
            status -> {
              if (acceptLosses) {
                runs.acceptLosses(channel);
              }
              if (runs.sooner(channel, at)) {
                ground.wakes().wakeAt(NAME, channel, at);
              }
            });
    return true;
  }

  /** The last listing of each directory there is. */
  public List<DirectoryRun> all() {
    return runs.all().stream().filter(run -> directories.containsKey(run.channel())).toList();
  }

  @Override
  public Optional<Instant> next(String channel) {
    return directories.containsKey(channel) ? runs.nextAt(channel) : Optional.empty();
  }

  @Override
  public void step(String channel) {
    Instant began = ground.clock().instant();
    Instant again = began.plus(LONGEST);
    ground.transactions().executeWithoutResult(status -> runs.started(channel, began, again));
    List<Entry> entries = roll.on(channel);
    try {
      Set<String> known =
          entries.stream()
              .filter(entry -> !entry.left())
              .map(Entry::account)
              .collect(Collectors.toUnmodifiableSet());
      Roster roster = Optional.ofNullable(directories.get(channel)).orElseThrow().roster(known);
      boolean accepts = runs.acceptsLosses(channel);
      ended(channel, again, roster, reconciling.apply(channel, roster, entries, accepts));
    } catch (ChannelException e) {
      failed(channel, again, e);
    }
  }

  private void ended(String channel, Instant again, Roster roster, Outlook outlook) {
    Outcome outcome =
        roster.gap().isPresent()
            ? Outcome.PARTIAL
            : outlook.doubted() ? Outcome.DOUBTED : Outcome.DONE;
    var span = new Span(again, ground.clock().instant(), tonight());
    ground
        .transactions()
        .executeWithoutResult(
            status -> {
              runs.ended(channel, span, outcome, roster.gap().orElse(""), outlook);
              if (outcome == Outcome.DOUBTED) {
                note(channel);
              }
            });
    LOG.info("the directory of {} was listed: {}, {}", channel, outcome, outlook);
  }

  private void note(String channel) {
    ground
        .journal()
        .append(new Happening(DOUBTED, Optional.empty(), Optional.empty(), channel, "{}"));
  }

  private void failed(String channel, Instant again, ChannelException e) {
    Instant now = ground.clock().instant();
    int failures = runs.failures(channel) + 1;
    boolean mayWork = e instanceof ChannelException.Retry && failures < TRIES;
    var span = new Span(again, now, mayWork ? now.plus(AGAIN) : tonight());
    String reason = String.valueOf(e.getMessage());
    ground
        .transactions()
        .executeWithoutResult(status -> runs.failed(channel, span, reason, mayWork ? failures : 0));
    LOG.warn("the directory of {} could not be listed: {}", channel, reason);
  }

  private Instant tonight() {
    Instant now = ground.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, manner.zone());
    Instant at = today.atTime(manner.at()).atZone(manner.zone()).toInstant();
    return at.isAfter(now)
        ? at
        : today.plusDays(1).atTime(manner.at()).atZone(manner.zone()).toInstant();
  }

  @Override
  public Optional<String> setAside(String channel, String reason) {
    Instant now = ground.clock().instant();
    runs.failed(channel, new Span(Instant.EPOCH, now, tonight()), reason, 0);
    return Optional.of(channel);
  }

  @Override
  public void revive(String channel) {
    now(channel, false);
  }
}
