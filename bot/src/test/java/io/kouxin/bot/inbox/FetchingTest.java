package io.kouxin.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.journal.JdbcJournal;
import io.kouxin.bot.media.JdbcMedia;
import io.kouxin.bot.store.Drain;
import io.kouxin.bot.store.MovableClock;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.work.JdbcWakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.sandbox.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of notes and pictures are brought, also where the platform is away for a while. */
class FetchingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource
  void an_outage_of_ten_minutes_loses_no_picture_and_is_asked_about_when_told(Stores kind) {
    try (var camera = new Camera(kind)) {
      camera.locked.add("one");
      String id = camera.takes("anna", "one");
      camera.pass(MINUTE.multipliedBy(10).minusSeconds(1));
      assertThat(camera.asked).as("once a minute").hasSize(10);
      assertThat(camera.message(id).state()).isEqualTo(Message.State.FETCHING);
      assertThat(camera.inbox.unfetched()).isEqualTo(1);
      assertThat(camera.reason(id)).isEqualTo("the film is in the bath");

      camera.locked.clear();
      camera.pass(MINUTE);
      assertThat(camera.message(id).media()).isPresent();
      assertThat(camera.handled).containsExactly("one");
      assertThat(camera.inbox.unfetched()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_others_of_the_lane_go_on(Stores kind) {
    try (var camera = new Camera(kind)) {
      camera.locked.add("first");
      camera.takes("anna", "first");
      for (int i = 0; i < 30; i++) {
        camera.takes("person" + i, "other" + i);
      }
      camera.work();
      assertThat(camera.handled).hasSize(30).doesNotContain("first");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_follows_in_the_same_conversation_waits_ten_minutes_and_no_longer(Stores kind) {
    try (var camera = new Camera(kind)) {
      camera.locked.add("one");
      camera.takes("anna", "one");
      camera.clock.move(Duration.ofSeconds(1));
      camera.takes("anna", "two");
      camera.pass(Fetching.IN_ORDER.minusSeconds(1));
      assertThat(camera.handled).isEmpty();
      camera.pass(MINUTE);
      assertThat(camera.handled).containsExactly("two");
      camera.locked.clear();
      camera.pass(MINUTE);
      assertThat(camera.handled).containsExactly("two", "one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_is_put_aside_before_the_platform_forgets_it_and_can_be_tried_again(Stores kind) {
    try (var camera = new Camera(kind)) {
      camera.locked.add("one");
      String id = camera.takes("anna", "one");
      camera.work();
      camera.clock.move(Fetching.LONGEST);
      camera.work();
      assertThat(camera.message(id).state()).isEqualTo(Message.State.FETCHING);
      camera.clock.move(MINUTE);
      assertThatThrownBy(camera::work).hasRootCauseMessage("the film is in the bath");
      camera.setAside(id);
      camera.work();
      assertThat(camera.handled).as("the rep is told").containsExactly("without one");

      camera.locked.clear();
      camera.revive(id);
      camera.work();
      assertThat(camera.handled).containsExactly("without one", "one");
    }
  }

  /** An inbox with a channel whose pictures are not always ready. */
  private static final class Camera implements Channel, AutoCloseable {
    final MovableClock clock = new MovableClock(Instant.parse("2026-03-10T02:00:00Z"));
    final Set<String> locked = new HashSet<>();
    final List<String> asked = new ArrayList<>();
    final List<String> handled = new ArrayList<>();
    final JdbcInbox inbox;
    private final HikariDataSource store;
    private final JdbcInbox.Ground ground;
    private final Drain drain;
    private final Fetching fetching;
    private final List<Work> works;

    Camera(Stores kind) {
      store = kind.open();
      var jdbc = JdbcClient.create(store);
      var transactions = new TransactionTemplate(new DataSourceTransactionManager(store));
      var wakes = new JdbcWakes(new NamedParameterJdbcTemplate(store), clock, () -> {});
      var journal = new JdbcJournal(jdbc, wakes, clock);
      ground =
          new JdbcInbox.Ground(
              new NamedParameterJdbcTemplate(store),
              jdbc,
              transactions,
              clock,
              wakes,
              journal,
              JsonMapper.builder().build());
      var media = new JdbcMedia(jdbc, clock);
      inbox = new JdbcInbox(ground, media);
      fetching = new Fetching(ground, inbox, media, Map.of(name(), this));
      works = List.of(fetching, new Conversing(ground, inbox, () -> this::handle));
      drain = new Drain(jdbc, transactions, clock, wakes);
    }

    private Handler.Outcome handle(Message message) {
      String name =
          ((Inbound.Picture) message.inbound()).media() instanceof MediaRef.Remote remote
              ? remote.reference()
              : "";
      String said = message.media().isPresent() ? name : "without " + name;
      return new Handler.Outcome.Done(() -> handled.add(said));
    }

    String takes(String person, String picture) {
      String id = UUID.randomUUID().toString();
      var envelope = new Inbound.Envelope(id, name(), person, person, clock.instant());
      var media = new MediaRef.Remote(picture, "image/png");
      return inbox.accept(new Inbound.Picture(envelope, media)).id();
    }

    Message message(String id) {
      return inbox.find(id).orElseThrow();
    }

    String reason(String id) {
      return ground
          .jdbc()
          .sql("SELECT fetch_reason FROM inbox WHERE id = :id")
          .param("id", id)
          .query(String.class)
          .single();
    }

    void work() {
      drain.run(works);
    }

    void pass(Duration time) {
      Instant end = clock.instant().plus(time);
      work();
      for (var next = drain.next(works);
          next.filter(at -> !at.isAfter(end)).isPresent();
          next = drain.next(works)) {
        clock.moveTo(next.get());
        work();
      }
      clock.moveTo(end);
    }

    void setAside(String id) {
      ground
          .transactions()
          .executeWithoutResult(
              status -> assertThat(fetching.setAside(Lanes.of(id), "gone")).hasValue(id));
    }

    void revive(String id) {
      ground.transactions().executeWithoutResult(status -> fetching.revive(id));
    }

    @Override
    public String name() {
      return "camera";
    }

    @Override
    public Limits limits() {
      return Look.LIKE_WECOM.limits();
    }

    @Override
    public Delivered deliver(String recipient, Outbound message) {
      return Delivered.of("");
    }

    @Override
    public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
      asked.add(media.reference());
      if (locked.contains(media.reference())) {
        throw new ChannelException.Retry(MINUTE, "the film is in the bath");
      }
      return new byte[] {1};
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
