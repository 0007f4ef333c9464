package io.kouxin.bot.console;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.sandbox.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A chat that keeps what it is told and answers everything with one crowded card. */
final class ScriptedChat implements SandboxChat {
  static final Instant AT = Instant.parse("2026-03-04T07:00:00Z");
  static final byte[] SOUND = {1, 2, 3, 4, 5, 6, 7, 8};

  final List<Inbound> accepted = new CopyOnWriteArrayList<>();
  volatile boolean off;

  @Override
  public List<Person> people() {
    if (off) {
      throw Problem.notFound("The sandbox is off.");
    }
    return List.of(
        new Person("wanglei", "王磊", Role.REP, Language.ZH, Optional.of("chen")),
        new Person("chen", "陈经理", Role.MANAGER, Language.ZH, Optional.empty()));
  }

  @Override
  public List<Example> examples(Language language) {
    return List.of(new Example(language == Language.ZH ? "比迈瑞贵" : "dearer than a rival"));
  }

  @Override
  public List<Place> places(Language language) {
    return List.of(new Place("华康医院", 31.2, 121.4));
  }

  @Override
  public void accept(Inbound message) {
    if (message instanceof Inbound.Text(var envelope, var text) && text.equals("break")) {
      throw new IllegalStateException("a secret of " + envelope.sender());
    }
    accepted.add(message);
  }

  @Override
  public List<ChatItem> chat(String person, Look look) {
    List<ChatItem> items = new ArrayList<>();
    for (Inbound message : accepted) {
      var envelope = message.envelope();
      items.add(
          ChatItem.words(envelope.id(), ChatItem.From.ME, "比迈瑞贵", AT, ChatItem.State.RECEIVED));
    }
    items.add(card(look));
    return items;
  }

  @Override
  public Optional<Recording> media(String id) {
    return switch (id) {
      case "note" -> Optional.of(new Recording(SOUND, "audio/webm;codecs=opus", "语音.webm"));
      case "page" -> Optional.of(new Recording(SOUND, "text/html", "page.html"));
      case "drawing" -> Optional.of(new Recording(SOUND, "image/svg+xml", "drawing.svg"));
      case "odd" -> Optional.of(new Recording(SOUND, "not a type", ""));
      default -> Optional.empty();
    };
  }

  private static ChatItem card(Look look) {
    Card card =
        Card.of("上海市第一人民医院华康分院区医院骨科关节镜中心 · 张主任", "比迈瑞贵")
            .withButtons(
                IntStream.range(0, 7)
                    .mapToObj(i -> new Card.Button("b" + i, "按钮" + i, Card.Style.NORMAL))
                    .toList());
    return new ChatItem(
        "card-1",
        ChatItem.From.BOT,
        ChatItem.Kind.CARD,
        "比迈瑞贵",
        AT,
        ChatItem.State.SENT,
        Optional.empty(),
        Optional.of(ChatCard.of("draft:1", card, look)),
        Optional.empty(),
        false,
        1);
  }
}
