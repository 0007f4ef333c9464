package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import io.kouxin.integrations.wecom.emulator.Member;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WeCom is away for ten minutes while people go on talking to the bot. */
class OutageDrillTest {
  private static final int PEOPLE = 25;
  private static final int REPLIES = 500;

  /** The breaker looks at the clock on the wall; everything else at one that the test moves. */
  private static final Duration BREAK = Duration.ofMillis(300);

  @ParameterizedTest
  @EnumSource
  void after_ten_minutes_everything_leaves_once_in_order_and_within_the_pace(Stores kind) {
    try (var drill = new Drill(kind)) {
      drill.losesTheFirstAnswers();
      drill.isAwayForTenMinutes();
      Instant back = drill.counter.clock.instant();
      assertThat(drill.counter.outbox.waiting()).isEqualTo(REPLIES);
      assertThat(drill.counter.outbox.held()).isEqualTo(PEOPLE);
      drill.isBack();

      assertThat(drill.counter.outbox.waiting()).isZero();
      assertThat(drill.arrived()).isEqualTo(drill.said);
      assertThat(drill.emulator.sent()).noneMatch(SentMessage::isDropped);
      int highest = drill.highestRate();
      assertThat(highest).isLessThanOrEqualTo(WeComChannel.PACE.perMinute());
      Instant last = drill.emulator.sent().getLast().at();
      System.out.printf(
          "%s: %d replies for %d people left as %d messages (%d repeats kept away) within %s;"
              + " at most %d to one person in a minute%n",
          kind,
          REPLIES,
          PEOPLE,
          drill.emulator.sent().size(),
          drill.emulator.sent().stream().mapToInt(sent -> sent.receipt().swallowed()).sum(),
          Duration.between(back, last),
          highest);
    }
  }

  private static final class Drill implements AutoCloseable {
    final Counter counter;
    final WeComEmulator emulator;
    final Map<String, List<String>> said = new LinkedHashMap<>();
    private final WeComApi api;
    private final GuardedChannel channel;
    private int count;

    Drill(Stores kind) {
      counter = new Counter(kind);
      URI nobody = URI.create("http://127.0.0.1:1/callbacks/wecom");
      emulator = WeComEmulator.start(EmulatorConfig.random().at(counter.clock).callingBack(nobody));
      var app = emulator.app();
      api =
          new WeComApi(
              new WeComAccess(
                  app.corpId(), app.agentId(), app.secret(), URI.create(emulator.baseUrl())),
              counter.clock);
      channel =
          new GuardedChannel(
              new WeComChannel(api, counter.clock), Guards.of(Duration.ofSeconds(10), BREAK));
      counter.through(channel);
      for (int i = 0; i < PEOPLE; i++) {
        emulator.people().add(Member.of(person(i), "同事" + i));
      }
    }

    private static String person(int number) {
      return "rep" + number;
    }

    /** The first five are the talkative ones; two of these get nothing but cards. */
    private int next() {
      return count % 2 == 0 ? count / 2 % 5 : count / 2 % PEOPLE;
    }

    private void says(int person) {
      String text = "第 %d 条回复".formatted(count);
      String key = "reply:" + count++;
      var words = new Outbound.Reply(key, text);
      var card = new Outbound.Sheet(key, card(text), text);
      counter.outbox.post(
          Post.plain(new Account(channel.name(), person(person)), person < 2 ? card : words));
      said.computeIfAbsent(person(person), who -> new ArrayList<>()).add(text);
    }

    private static Card card(String title) {
      return Card.of(title, "").withButtons(List.of(new Card.Button("ok", "好", Card.Style.NORMAL)));
    }

    /** They arrive, and nobody knows. */
    void losesTheFirstAnswers() {
      emulator.faults().set("/cgi-bin/message/send", new Fault.LostAnswer(), Faults.ALWAYS);
      for (int person = 0; person < PEOPLE; person++) {
        says(person);
      }
      counter.work();
      emulator.faults().clear();
      emulator.refuseConnections();
    }

    void isAwayForTenMinutes() {
      for (int minute = 0; minute < 10; minute++) {
        while (count < REPLIES * (minute + 1) / 10) {
          says(next());
        }
        counter.clock.move(Duration.ofMinutes(1));
        counter.work();
      }
    }

    void isBack() {
      emulator.listenAgain();
      LockSupport.parkNanos(BREAK.multipliedBy(2).toNanos());
      counter.pass(Duration.ofHours(1));
    }

    /** Everybody's chat, line by line. */
    Map<String, List<String>> arrived() {
      Map<String, List<String>> chats = new LinkedHashMap<>();
      for (SentMessage sent : emulator.sent()) {
        String to = sent.receipt().delivered().getFirst();
        sent.shownTo(to).stream()
            .flatMap(content -> Stream.of(content.words().strip().split("\n")))
            .forEach(line -> chats.computeIfAbsent(to, who -> new ArrayList<>()).add(line));
      }
      return chats;
    }

    int highestRate() {
      int highest = 0;
      for (String person : said.keySet()) {
        List<Instant> times =
            emulator.sent().stream()
                .filter(sent -> sent.receipt().delivered().contains(person))
                .map(SentMessage::at)
                .toList();
        for (Instant end : times) {
          Instant begin = end.minus(Duration.ofMinutes(1));
          long within = times.stream().filter(at -> at.isAfter(begin) && !at.isAfter(end)).count();
          highest = Math.max(highest, (int) within);
        }
      }
      return highest;
    }

    @Override
    public void close() {
      channel.close();
      api.close();
      emulator.close();
      counter.close();
    }
  }
}
