package io.kouxin.bot.outbox;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.Member;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An outbox whose messages leave through WeCom's emulator, at a time that the test moves. */
final class WeComLine implements AutoCloseable {
  final Counter counter;
  final WeComEmulator emulator;
  final Crowd crowd;
  private final WeComApi api;
  private final GuardedChannel channel;

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
    crowd = new Crowd(counter, channel.name(), people);
    crowd.names().forEach(name -> emulator.people().add(Member.of(name, name)));
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
    return Crowd.most(
        window,
        emulator.sent().stream()
            .map(sent -> new Crowd.Heard(sent.receipt().delivered().getFirst(), sent.at())));
  }

  @Override
  public void close() {
    channel.close();
    api.close();
    emulator.close();
    counter.close();
  }
}
