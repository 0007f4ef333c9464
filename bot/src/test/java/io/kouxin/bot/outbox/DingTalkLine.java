package io.kouxin.bot.outbox;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.dingtalk.DingTalkAccount;
import io.kouxin.integrations.dingtalk.DingTalkApi;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.dingtalk.Meter;
import io.kouxin.integrations.dingtalk.Sessions;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Person;
import io.kouxin.integrations.dingtalk.emulator.SentMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An outbox whose messages leave through DingTalk's emulator, at a time that the test moves. */
final class DingTalkLine implements AutoCloseable {
  static final String SEND = "/v1.0/robot/oToMessages/batchSend";
  private static final Pattern LINE = Pattern.compile("第 \\d+ 条回复");

  final Counter counter;
  final DingTalkEmulator emulator;
  final Crowd crowd;
  private final DingTalkApi api;
  private final GuardedChannel channel;

  DingTalkLine(Stores kind, int people) {
    counter = new Counter(kind);
    emulator = DingTalkEmulator.start(EmulatorConfig.random().at(counter.clock));
    var app = emulator.app();
    URI base = URI.create(emulator.baseUrl());
    var account =
        new DingTalkAccount(app.clientId(), app.clientSecret(), app.robotCode(), base, base);
    var alone = new LocalCoordination(counter.clock);
    api = new DingTalkApi(account, Meter.NONE, alone, counter.clock);
    var sessions = new Sessions(account, counter.clock);
    channel =
        new GuardedChannel(new DingTalkChannel(api, sessions, counter.clock), Guards.standard());
    counter.through(channel);
    crowd = new Crowd(counter, channel.name(), people);
    crowd.names().forEach(name -> emulator.people().add(Person.of(name, name)));
  }

  /** Everybody's chat, line by line. */
  Map<String, List<String>> arrived() {
    Map<String, List<String>> chats = new LinkedHashMap<>();
    for (SentMessage sent : emulator.sent()) {
      for (String to : sent.receipt().delivered()) {
        chats.computeIfAbsent(to, who -> new ArrayList<>()).addAll(lines(sent));
      }
    }
    return chats;
  }

  /** A card says its words in title and text; they count once. */
  private static List<String> lines(SentMessage sent) {
    return LINE.matcher(sent.content().text())
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /** The most that one person got within any window of this length. */
  int most(Duration window) {
    return Crowd.most(
        window,
        emulator.sent().stream()
            .flatMap(
                sent ->
                    sent.receipt().delivered().stream().map(to -> new Crowd.Heard(to, sent.at()))));
  }

  /** The most that all of them together got within any window of this length. */
  int mostOfAll(Duration window) {
    return Crowd.most(window, emulator.sent().stream().map(s -> new Crowd.Heard("all", s.at())));
  }

  @Override
  public void close() {
    channel.close();
    api.close();
    emulator.close();
    counter.close();
  }
}
