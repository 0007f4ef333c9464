package io.kouxin.bot.outbox;

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
import java.util.stream.Stream;

/** An outbox whose messages leave through WeCom's emulator, at a time that the test moves. */
final class WeComLine implements AutoCloseable {
  final Counter counter;
  final WeComEmulator emulator;

  /** What everybody was told, line by line. */
  final Map<String, List<String>> said = new LinkedHashMap<>();

  private final WeComApi api;
  private final GuardedChannel channel;
  private int count;

  WeComLine(Stores kind, int people, Guards guards) {
    counter = new Counter(kind);
    URI nobody = URI.create("http://127.0.0.1:1/callbacks/wecom");
    emulator = WeComEmulator.start(EmulatorConfig.random().at(counter.clock).callingBack(nobody));
    var app = emulator.app();
    api =
        new WeComApi(
            new WeComAccess(
                app.corpId(), app.agentId(), app.secret(), URI.create(emulator.baseUrl())),
            counter.clock);
    channel = new GuardedChannel(new WeComChannel(api, counter.clock), guards);
    counter.through(channel);
    for (int i = 0; i < people; i++) {
      emulator.people().add(Member.of(person(i), "同事" + i));
    }
  }

  static String person(int number) {
    return "rep" + number;
  }

  /** How much was said. */
  int count() {
    return count;
  }

  void replies(int person) {
    String text = "第 %d 条回复".formatted(count);
    say(person, text, new Outbound.Reply(key(), text));
  }

  void shows(int person) {
    String text = "第 %d 条回复".formatted(count);
    Card card =
        Card.of(text, "").withButtons(List.of(new Card.Button("ok", "好", Card.Style.NORMAL)));
    say(person, text, new Outbound.Sheet(key(), card, text));
  }

  private String key() {
    return "reply:" + count;
  }

  private void say(int person, String text, Outbound message) {
    counter.outbox.post(Post.plain(new Account(channel.name(), person(person)), message));
    said.computeIfAbsent(person(person), who -> new ArrayList<>()).add(text);
    count++;
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

  /** The most that one person got within any window of this length. */
  int most(Duration window) {
    Map<String, List<Instant>> times = new LinkedHashMap<>();
    for (SentMessage sent : emulator.sent()) {
      times
          .computeIfAbsent(sent.receipt().delivered().getFirst(), who -> new ArrayList<>())
          .add(sent.at());
    }
    return times.values().stream().mapToInt(all -> most(all, window)).max().orElse(0);
  }

  private static int most(List<Instant> sorted, Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (!sorted.get(first).isAfter(sorted.get(last).minus(window))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  @Override
  public void close() {
    channel.close();
    api.close();
    emulator.close();
    counter.close();
  }
}
