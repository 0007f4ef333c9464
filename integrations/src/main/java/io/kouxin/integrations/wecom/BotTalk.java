package io.kouxin.integrations.wecom;

import java.net.URI;
import java.time.Clock;
import java.util.function.Function;

/**
 * What the door of an AI bot and its voice have in common.
 *
 * @param windows where something may be said
 * @param phrases what the bot says of itself, by chat
 * @param apiUrl where WeCom takes answers: a {@code response_url} elsewhere is not believed
 */
public record BotTalk(
    ReplyWindows windows, Function<String, BotPhrases> phrases, URI apiUrl, Clock clock) {

  BotStreams streams() {
    return new BotStreams(windows, phrases, clock);
  }

  String api() {
    return apiUrl.getScheme() + "://" + apiUrl.getRawAuthority();
  }
}
