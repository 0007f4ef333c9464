package io.kouxin.bot.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.alert.Administering;
import io.kouxin.bot.alert.Colleagues;
import io.kouxin.bot.alert.Ground;
import io.kouxin.bot.alert.TeamReading;
import io.kouxin.bot.alert.Upkeep;
import io.kouxin.bot.alert.Upkeep.Waiting;
import io.kouxin.bot.calendar.PublicHolidays;
import io.kouxin.bot.conversation.ConversationRoom;
import io.kouxin.bot.conversation.Matters;
import io.kouxin.bot.conversation.Speaker;
import io.kouxin.bot.conversation.Understanding;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.JdbcCustomers;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.JdbcFollowUps;
import io.kouxin.bot.hearing.Hearing;
import io.kouxin.bot.hearing.LocalEars;
import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.hearing.Preference;
import io.kouxin.bot.inbox.Conversing;
import io.kouxin.bot.inbox.Fetching;
import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Held;
import io.kouxin.bot.inbox.JdbcInbox;
import io.kouxin.bot.journal.JdbcJournal;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.journal.Reactions;
import io.kouxin.bot.media.JdbcMedia;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.outbox.JdbcOutbox;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.PushBudget;
import io.kouxin.bot.outbox.Sending;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.outbox.Taps;
import io.kouxin.bot.people.JdbcPeople;
import io.kouxin.bot.people.JdbcTeamGroups;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.JdbcDeadLetters;
import io.kouxin.bot.work.JdbcWakes;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.sandbox.Look;
import io.kouxin.integrations.sandbox.SandboxChannel;
import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.AudioLimits;
import io.kouxin.nlp.speech.ModelSource;
import io.kouxin.nlp.speech.ModelStore;
import io.kouxin.nlp.text.BilingualReader;
import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.WorkCalendar;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rooms behind a {@link Chat}, put together as the service does it. */
public final class ChatRooms {
  /** Takes every message; a test may break it. */
  public final AtomicReference<UnaryOperator<Handler>> around =
      new AtomicReference<>(UnaryOperator.identity());

  /** Where taps go. */
  public final Taps taps;

  /** What a test drives work with. */
  public final Bench bench;

  /** Each kind of work. */
  public final List<Work> works;

  /** What was said to people. */
  public final Outbox outbox;

  /** What arrived. */
  public final JdbcInbox inbox;

  /** The ground of everything. */
  public final JdbcClient jdbc;

  /** Those of the store. */
  public final TransactionTemplate transactions;

  final FollowUps followUps;
  final People people;
  final Customers customers;
  final Hearing hearing;
  final ConversationRoom conversation;

  private final Administering administering;
  private final Clock clock;
  private final JsonMapper json = StoreJson.plain().mapper();
  private final Wording wording = Wording.bundled();
  private final Wakes wakes;
  private final Media media;
  private final JdbcOutbox.Ground outboxGround;
  private final JdbcInbox.Ground inboxGround;

  ChatRooms(HikariDataSource store, Clock clock, Recorder recorder, Preference preference) {
    this.clock = clock;
    jdbc = JdbcClient.create(store);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(store));
    wakes = new JdbcWakes(new NamedParameterJdbcTemplate(store), clock, () -> {});
    var journal = new JdbcJournal(jdbc, wakes, clock);
    media = new JdbcMedia(jdbc, clock);
    people = new JdbcPeople(jdbc, transactions, journal);
    customers = new JdbcCustomers(jdbc, transactions, clock);
    DemoData.into(people, customers);
    followUps = new JdbcFollowUps(jdbc, json, journal);
    inboxGround =
        new JdbcInbox.Ground(
            new NamedParameterJdbcTemplate(store), jdbc, transactions, clock, wakes, journal, json);
    inbox = new JdbcInbox(inboxGround, media);
    var letters = new JdbcDeadLetters(jdbc, transactions, clock, Map::of);
    outboxGround = new JdbcOutbox.Ground(jdbc, transactions, clock, wakes, json, letters, journal);
    var budget = new PackBudget(people, SharedPacks.PACKS, Chat.ZONE);
    var postbox = new JdbcOutbox(outboxGround, budget);
    outbox = postbox;
    var handlers = new ArrayList<TapHandler>();
    taps = new Taps(outbox, () -> handlers);
    conversation = new ConversationRoom(knowledge(), manner(), json);
    hearing = hearing(recorder, preference);
    administering = administering(journal, budget);
    handlers.add(conversation.taps());
    handlers.addAll(administering.tapHandlers());
    works = works(postbox);
    bench = new Bench(jdbc, transactions, clock, wakes, works);
  }

  private ConversationRoom.Knowledge knowledge() {
    var known = new KnownCustomers(customers);
    var understanding =
        new Understanding(
            new BilingualReader(new RuleBasedReader()),
            SharedPacks.LIBRARY,
            known,
            clock,
            Chat.ZONE);
    return new ConversationRoom.Knowledge(
        followUps, customers, known, SharedPacks.LIBRARY, understanding, people, inbox);
  }

  private ConversationRoom.Manner manner() {
    return new ConversationRoom.Manner(
        new Speaker(outbox, wording, new Moments(clock, Chat.ZONE), Chat.ZONE, WorkCalendar::china),
        new Matters(jdbc, json, clock),
        taps,
        clock,
        Locale.CHINESE,
        () -> SharedPacks.PACKS.library().manners().joinWithin());
  }

  private Hearing hearing(Recorder recorder, Preference preference) {
    var models = new ModelKeeper(new ModelStore(Path.of("none"), ModelSource.home()), Map.of());
    var ears = new LocalEars(new AudioDecoder(AudioLimits.standard()), recorder, models);
    var voice = new Hearing.Voice(people, outbox, wording, Locale.CHINESE, clock);
    return new Hearing(
        inbox,
        media,
        new Hearing.Listener(ears, preference, new LiveNames(customers, SharedPacks.PACKS)::now),
        voice,
        json);
  }

  private Administering administering(Journal journal, PushBudget budget) {
    var calendar =
        SharedPacks.PACKS.library().manners().calendar(Chat.ZONE, PublicHolidays.china());
    var ground =
        new Ground(
            jdbc,
            transactions,
            clock,
            wakes,
            calendar,
            followUps,
            people,
            outbox,
            wording,
            SharedPacks.PACKS.library()::item,
            budget,
            new TeamReading(new JdbcTeamGroups(jdbc, transactions, journal, clock), () -> false));
    var letters = new JdbcDeadLetters(jdbc, transactions, clock, Map::of);
    return new Administering(
        ground,
        new Upkeep(journal, letters, this::waiting, Locale.CHINESE, Held.KEEPING),
        new Colleagues(List.of()));
  }

  private List<Waiting> waiting() {
    int notes = hearing.waiting(Locale.CHINESE);
    var model = new Waiting(Locale.CHINESE, "vosk-model-small-cn-0.22", notes, false);
    return notes == 0 ? List.of() : List.of(model);
  }

  private List<Work> works(JdbcOutbox postbox) {
    Map<String, Channel> channels =
        Map.of(SandboxChannel.NAME, new SandboxChannel(Look.LIKE_WECOM));
    var held = new Held(inboxGround, inbox, media);
    List<Reaction> reactions = new ArrayList<>(held.reactions());
    reactions.add(conversation.repaint());
    reactions.addAll(administering.reactions());
    List<Work> all = new ArrayList<>(held.works());
    all.addAll(administering.works());
    all.addAll(rest(postbox, channels, reactions));
    return List.copyOf(all);
  }

  private List<Work> rest(
      JdbcOutbox postbox, Map<String, Channel> channels, List<Reaction> reactions) {
    return List.of(
        new Conversing(inboxGround, inbox, () -> around.get().apply(conversation.handler())),
        new Fetching(inboxGround, inbox, media, channels),
        hearing,
        new Sending(outboxGround, postbox, channels),
        new Reactions(jdbc, transactions, clock, wakes, () -> reactions));
  }
}
