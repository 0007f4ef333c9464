package io.kouxin.bot.store;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.alert.TeamReading;
import io.kouxin.bot.calendar.PublicHolidays;
import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Change;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.JdbcFollowUps;
import io.kouxin.bot.journal.JdbcJournal;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.journal.Reactions;
import io.kouxin.bot.outbox.JdbcOutbox;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.outbox.PushBudget;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.outbox.Taps;
import io.kouxin.bot.pack.Manners;
import io.kouxin.bot.people.JdbcPeople;
import io.kouxin.bot.people.JdbcTeamGroups;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.TeamGroups;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.JdbcDeadLetters;
import io.kouxin.bot.work.JdbcWakes;
import io.kouxin.bot.work.Sequence;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Inbound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A little company on a real store: a Chinese rep, an English one, the manager of both, and nobody
 * else. It is Wednesday, 4 March 2026, 10:30 in Shanghai, until a test moves the clock.
 */
public final class Scene implements AutoCloseable {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final Person CHEN = person("chenmin", "陈敏", Person.Role.MANAGER, "zh", "");
  public static final Person ZHANG = person("zhangsan", "张三", Person.Role.REP, "zh", "chenmin");
  public static final Person EMMA = person("emma", "Emma", Person.Role.REP, "en", "chenmin");
  private static final int MANY = 500;

  public final MovableClock clock = new MovableClock(at("2026-03-04T10:30"));
  public final WorkCalendar calendar = Manners.USUAL.calendar(ZONE, PublicHolidays.china());
  public final Wording wording = Wording.bundled();
  public final HikariDataSource store;
  public final JdbcClient jdbc;
  public final TransactionTemplate transactions;
  public final Wakes wakes;
  public final JdbcJournal journal;
  public final JdbcPeople people;
  public final FollowUps followUps;
  public final Outbox outbox;
  public final PushBudget budget = new Budget();
  public final TeamGroups groups;

  /** Whether the packs let a team see what its leader is alerted to. */
  public boolean teamSeesAlerts = true;

  private final Drain drain;
  private final List<Work> works = new ArrayList<>();
  private final List<Reaction> reactions = new ArrayList<>();
  private final List<TapHandler> tapHandlers = new ArrayList<>();

  /** A fresh company. */
  public Scene(Stores kind) {
    var json = JsonMapper.builder().build();
    store = kind.open();
    jdbc = JdbcClient.create(store);
    transactions = new TransactionTemplate(new JdbcTransactionManager(store));
    wakes = new JdbcWakes(new NamedParameterJdbcTemplate(store), clock, () -> {});
    journal = new JdbcJournal(jdbc, wakes, clock);
    people = new JdbcPeople(jdbc, transactions, journal);
    followUps = new JdbcFollowUps(jdbc, json, journal);
    outbox =
        new JdbcOutbox(
            new JdbcOutbox.Ground(
                jdbc,
                transactions,
                clock,
                wakes,
                json,
                new JdbcDeadLetters(jdbc, transactions, clock, Map::of),
                journal),
            budget);
    groups = new JdbcTeamGroups(jdbc, transactions, journal, clock);
    drain = new Drain(jdbc, transactions, clock, wakes);
    works.add(new Reactions(jdbc, transactions, clock, wakes, () -> reactions));
    List.of(CHEN, ZHANG, EMMA).forEach(p -> people.save(p, List.of(account(p))));
  }

  /** What the teams of this company read together. */
  public TeamReading teamReading() {
    return new TeamReading(groups, () -> teamSeesAlerts);
  }

  private static Person person(
      String id, String name, Person.Role role, String language, String leader) {
    return new Person(
        id,
        name,
        role,
        Locale.forLanguageTag(language),
        "华东一组",
        Optional.of(leader).filter(l -> !l.isEmpty()));
  }

  /** A moment in Shanghai. */
  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Where a person is reached. */
  public static Account account(Person person) {
    return new Account("sandbox", person.id());
  }

  /** Has rooms take part. */
  public void join(List<Work> more, List<Reaction> moreReactions, List<TapHandler> moreHandlers) {
    works.addAll(more);
    reactions.addAll(moreReactions);
    tapHandlers.addAll(moreHandlers);
  }

  /** Does all that is due. */
  public void settle() {
    drain.run(works);
  }

  /** Moves the clock to a moment in Shanghai, does what falls due on the way, each at its time. */
  public void until(String local) {
    Instant end = at(local);
    settle();
    for (var next = drain.next(works); next.isPresent() && !next.get().isAfter(end); ) {
      clock.moveTo(next.get());
      settle();
      next = drain.next(works);
    }
    clock.moveTo(end);
    settle();
  }

  /** Keeps a memo's follow-up and has everybody react. */
  public FollowUp open(Memo memo) {
    FollowUp followUp = memo.on(this);
    transactions.executeWithoutResult(status -> followUps.open(followUp));
    settle();
    return followUp;
  }

  /** Writes a change and has everybody react. */
  public FollowUp write(Change change) {
    transactions.executeWithoutResult(
        status -> followUps.write(change, change.after().rep(), "因为"));
    settle();
    return change.after();
  }

  /** The record as it is now. */
  public FollowUp now(FollowUp followUp) {
    return followUps.find(followUp.id()).orElseThrow();
  }

  /** What a person was sent, oldest first, changes of cards included. */
  public List<Posted> to(Person person) {
    return outbox.to("sandbox", person.id(), MANY);
  }

  /** The words a person was sent, oldest first. */
  public List<String> wordsTo(Person person) {
    return to(person).stream().map(posted -> posted.message().text()).toList();
  }

  /** How a card looks now. */
  public Card face(Posted card) {
    return outbox.face(card.card().orElseThrow()).orElseThrow();
  }

  /** A person taps a button; everybody reacts. False if the card is not theirs. */
  public boolean tap(Person person, Posted card, String action) {
    String id = Sequence.next();
    var envelope = new Inbound.Envelope(id, "sandbox", person.id(), person.id(), clock.instant());
    var tap = new Inbound.Tap(envelope, card.card().orElseThrow(), action, List.of());
    Optional<Runnable> effects = new Taps(outbox, () -> tapHandlers).effects(id, person, tap);
    effects.ifPresent(run -> transactions.executeWithoutResult(status -> run.run()));
    settle();
    return effects.isPresent();
  }

  /** Whatever was said here must keep to the rules of messages. */
  @Override
  public void close() {
    try {
      EverythingSaid.keepsToTheRules(outbox);
    } finally {
      store.close();
    }
  }

  private static final class Budget implements PushBudget {
    @Override
    public int perDay(Account recipient) {
      return recipient.account().equals(CHEN.id()) ? 5 : 6;
    }

    @Override
    public Instant startOfDay(Instant moment) {
      return moment.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }

    @Override
    public Instant later(Instant moment) {
      Instant evening =
          startOfDay(moment).plus(Duration.between(LocalTime.MIN, LocalTime.of(18, 40)));
      return evening.isAfter(moment) ? evening : evening.plus(Duration.ofDays(1));
    }
  }
}
