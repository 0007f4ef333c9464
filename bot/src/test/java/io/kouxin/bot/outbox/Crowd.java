package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many people who are told much, each line with a number of its own. */
final class Crowd {
  private final Counter counter;
  private final String channel;
  private final int people;

  /** What everybody was told, line by line. */
  final Map<String, List<String>> said = new LinkedHashMap<>();

  private int count;

  /** So many, on this channel. */
  Crowd(Counter counter, String channel, int people) {
    this.counter = counter;
    this.channel = channel;
    this.people = people;
  }

  /** Something that reached somebody. */
  record Heard(String who, Instant at) {}

  static String person(int number) {
    return "rep" + number;
  }

  List<String> names() {
    return IntStream.range(0, people).mapToObj(Crowd::person).toList();
  }

  /** How much was said. */
  int count() {
    return count;
  }

  void replies(int person) {
    String text = text();
    say(person, text, new Outbound.Reply(key(), text));
  }

  void shows(int person) {
    String text = text();
    Card card =
        Card.of(text, "").withButtons(List.of(new Card.Button("ok", "好", Card.Style.NORMAL)));
    say(person, text, new Outbound.Sheet(key(), card, text));
  }

  /** Cards for the first person; the others get one and eleven replies, again and again. */
  void hearsMuch(int messages, int cardsOfOne) {
    for (int i = 0; i < messages; i++) {
      int person = i < cardsOfOne ? 0 : i % people;
      if (i < cardsOfOne || i / people % 12 == 0) {
        shows(person);
      } else {
        replies(person);
      }
    }
  }

  private String text() {
    return "第 %d 条回复".formatted(count);
  }

  private String key() {
    return "reply:" + count;
  }

  private void say(int person, String text, Outbound message) {
    counter.outbox.post(Post.plain(new Account(channel, person(person)), message));
    said.computeIfAbsent(person(person), who -> new ArrayList<>()).add(text);
    count++;
  }

  /** The most that one of them heard within any window of this length. */
  static int most(Duration window, Stream<Heard> heard) {
    Map<String, List<Instant>> times = new LinkedHashMap<>();
    heard.forEach(one -> times.computeIfAbsent(one.who(), who -> new ArrayList<>()).add(one.at()));
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
}
