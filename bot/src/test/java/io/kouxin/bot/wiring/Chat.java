package io.kouxin.bot.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.conversation.ConversationRoom;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.hearing.Preference;
import io.kouxin.bot.inbox.HearingQueue;
import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.people.People;
import io.kouxin.bot.store.EverythingSaid;
import io.kouxin.bot.store.MovableClock;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.sandbox.SandboxChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A chat with the whole bot behind it: the real rooms on a real store, and all work done before a
 * call returns. It begins on Tuesday, 10 March 2026, at ten in Shanghai, with the demo people and
 * customers.
 */
public final class Chat implements AutoCloseable {
  /** The zone of every time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What records sound, and hears it. */
  public final Recorder recorder = new Recorder();

  private final MovableClock clock =
      new MovableClock(LocalDateTime.of(2026, 3, 10, 10, 0).atZone(ZONE).toInstant());
  private final HikariDataSource store;
  private final ChatRooms rooms;

  /** An empty one. */
  public Chat(Stores kind) {
    this(kind, Preference.BETTER);
  }

  /** An empty one in which these words of a note count. */
  public Chat(Stores kind, Preference preference) {
    store = kind.open();
    rooms = new ChatRooms(store, clock, recorder, preference);
  }

  /** A rep types. */
  public Receipt types(String person, String text) {
    return sends(new Inbound.Text(envelope(person), text));
  }

  /** A rep speaks: these words are heard, those in 〔〕 with doubt. */
  public Receipt says(String person, String text) {
    return records(person, recorder.saying(text, languageOf(person)));
  }

  /** A rep sends a recording. */
  public Receipt records(String person, byte[] sound) {
    return sends(new Inbound.Voice(envelope(person), new MediaRef.Inline(sound, "audio/wav")));
  }

  /** A rep speaks, and the platform listens too: what we hear, and what it understood. */
  public Receipt says(String person, byte[] sound, String recognised) {
    return sends(
        new Inbound.Voice(
            envelope(person), new MediaRef.Inline(sound, "audio/wav"), Optional.of(recognised)));
  }

  /** A rep taps the newest button of this name that can be seen. */
  public Receipt taps(String person, String label) {
    return sends(window(person).tap(envelope(person), label));
  }

  /** Something arrives, and all work that follows is done. */
  public Receipt sends(Inbound inbound) {
    Receipt receipt = arrives(inbound);
    work();
    return receipt;
  }

  /** Something arrives, and is not worked on yet. */
  public Receipt arrives(Inbound inbound) {
    return rooms.inbox.accept(inbound);
  }

  /** Does all work that is due. */
  public void work() {
    rooms.bench.workAll();
  }

  /** Lets time pass, with the work that comes due. */
  public void pass(Duration time) {
    clock.move(time);
    rooms.hearing.retryParked();
    rooms.hearing.reassure();
    work();
  }

  /** From now on no two looks at the clock find the same moment, as on a real machine. */
  public void ticks() {
    clock.tick(Duration.ofMillis(1));
  }

  /** The notes that wait to be heard. */
  HearingQueue queue() {
    return rooms.inbox;
  }

  /** What a person has on the screen. */
  public Window window(String person) {
    return new Window(rooms.outbox.to(SandboxChannel.NAME, person, 1_000));
  }

  /** A new message's envelope. */
  public Envelope envelope(String person) {
    return new Envelope(
        UUID.randomUUID().toString(), SandboxChannel.NAME, person, person, clock.instant());
  }

  /** What a person reported, in the order in which it was said, dropped or not. */
  public List<FollowUp> followUps(String person) {
    Filter all = Filter.of(person);
    return Stream.concat(
            rooms.followUps.list(all, Optional.empty(), 100).stream(),
            rooms.followUps.list(all.in(FollowUp.Status.DROPPED), Optional.empty(), 100).stream())
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  /** The last of them. */
  public FollowUp latest(String person) {
    return followUps(person).getLast();
  }

  private Locale languageOf(String person) {
    return rooms.people.find(person).map(p -> p.language()).orElse(Locale.CHINESE);
  }

  /** Now. */
  public Clock clock() {
    return clock;
  }

  /** The record. */
  public FollowUps record() {
    return rooms.followUps;
  }

  /** The people. */
  public People people() {
    return rooms.people;
  }

  /** The customers. */
  public Customers customers() {
    return rooms.customers;
  }

  /** The real room behind the chat. */
  public ConversationRoom room() {
    return rooms.conversation;
  }

  /** All rooms. */
  public ChatRooms rooms() {
    return rooms;
  }

  /** The store. */
  public JdbcClient jdbc() {
    return JdbcClient.create(store);
  }

  /** Bytes of a picture or file, good enough for a test. */
  public static MediaRef bytes(String type) {
    return new MediaRef.Inline("bytes".getBytes(StandardCharsets.UTF_8), type);
  }

  /** Whatever the bot said here must keep to the rules of messages. */
  @Override
  public void close() {
    try {
      EverythingSaid.keepsToTheRules(rooms.outbox);
    } finally {
      store.close();
    }
  }
}
