package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person sends to an AI bot (documents 100719 and 101138). A kind that we do not know, or
 * one without what belongs to it, is unknown and never lost.
 */
final class BotMessages {
  /** In a group the words begin with the bot's name; WeCom separates it by U+2005, too. */
  private static final Pattern MENTION = Pattern.compile("^\\s*@[^\\s\\u2005]+[\\s\\u2005]*");

  private static final int LONGEST = 100;

  private BotMessages() {}

  /** At least one. */
  static List<Inbound> of(String type, Told told, Envelope envelope, boolean group) {
    Said said = new Said(envelope, group);
    List<Inbound> own = said.all(type, told);
    if (!own.isEmpty()) {
      return own;
    }
    // Somebody quotes and only mentions us: what is quoted is what they mean.
    Told quote = told.object("quote");
    List<Inbound> quoted = said.all(quote.text("msgtype"), quote);
    String kind = type.substring(0, Math.min(type.length(), LONGEST));
    return quoted.isEmpty() ? List.of(new Inbound.Unknown(envelope, kind)) : quoted;
  }

  private record Said(Envelope envelope, boolean group) {

    List<Inbound> all(String type, Told told) {
      return type.equals("mixed")
          ? mixed(told.object("mixed").objects("msg_item"))
          : one(type, told, envelope).stream().toList();
    }

    private Optional<Inbound> one(String type, Told told, Envelope as) {
      Told content = told.object(type);
      return switch (type) {
        case "text" -> words(content).map(text -> new Inbound.Text(as, text));
        // WeCom has listened and keeps the sound to itself.
        case "voice" ->
            content
                .word("content")
                .map(heard -> new Inbound.Voice(as, new MediaRef.None(), Optional.of(heard)));
        case "image" -> media(content).map(media -> new Inbound.Picture(as, media));
        case "file" -> media(content).map(media -> new Inbound.File(as, media, "file"));
        case "video" -> media(content).map(media -> new Inbound.File(as, media, "video.mp4"));
        default -> Optional.empty();
      };
    }

    /** The words first, as one message, then each picture as one of its own. */
    private List<Inbound> mixed(List<Told> items) {
      List<Inbound> all = new ArrayList<>();
      String words =
          items.stream()
              .filter(item -> item.text("msgtype").equals("text"))
              .flatMap(item -> words(item.object("text")).stream())
              .collect(Collectors.joining("\n"));
      if (!words.isEmpty()) {
        all.add(new Inbound.Text(envelope, words));
      }
      items.stream()
          .filter(item -> !item.text("msgtype").equals("text"))
          .forEach(item -> one(item.text("msgtype"), item, part(all.size())).ifPresent(all::add));
      return all;
    }

    private Envelope part(int number) {
      String id = number == 0 ? envelope.id() : envelope.id() + "." + number;
      return new Envelope(
          id, envelope.channel(), envelope.sender(), envelope.conversation(), envelope.at());
    }

    private Optional<String> words(Told text) {
      String all = text.text("content");
      String own = group ? MENTION.matcher(all).replaceFirst("") : all;
      return Optional.of(own).filter(words -> !words.isBlank());
    }

    private static Optional<MediaRef> media(Told content) {
      return content
          .word("url")
          .map(url -> new MediaRef.Remote(BotMedia.reference(url, content.text("aeskey")), ""));
    }
  }
}
