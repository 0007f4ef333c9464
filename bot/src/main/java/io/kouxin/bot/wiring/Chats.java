package io.kouxin.bot.wiring;

import io.kouxin.bot.pack.Fit;
import io.kouxin.bot.pack.Fit.Chat;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.dingtalk.InteractiveCards;
import io.kouxin.integrations.sandbox.Look;
import io.kouxin.integrations.wecom.WeComChannel;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of chat that a pack's texts may reach, with what it takes. */
final class Chats {
  private Chats() {}

  /**
   * A new kind of chat or card stands here, or {@code pack lint} does not know it. The sandbox is
   * named only where it takes something else than the platform that it imitates.
   */
  static Fit fit() {
    List<Chat> platforms =
        List.of(
            new Chat("WeCom", WeComChannel.LIMITS),
            new Chat("DingTalk", DingTalkChannel.LIMITS),
            new Chat("DingTalk with a card template", InteractiveCards.LIMITS));
    Stream<Chat> looks =
        Stream.of(Look.values())
            .map(look -> new Chat("the sandbox as " + look.platform(), look.limits()))
            .filter(look -> platforms.stream().noneMatch(p -> p.limits().equals(look.limits())));
    return new Fit(Stream.concat(platforms.stream(), looks).toList());
  }
}
