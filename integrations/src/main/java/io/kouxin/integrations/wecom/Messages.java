package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person sends (document 96467). A kind that we do not know, or one without what belongs to
 * it, is unknown and never lost.
 */
final class Messages {
  private Messages() {}

  static Inbound of(String type, Leaves leaves, Inbound.Envelope envelope) {
    Optional<Inbound> known =
        switch (type) {
          case "text" -> leaves.text("Content").map(text -> new Inbound.Text(envelope, text));
          case "voice" ->
              media(leaves, "audio/" + format(leaves))
                  .map(media -> new Inbound.Voice(envelope, media));
          // Only the download tells which kind of picture it is.
          case "image" -> media(leaves, "").map(media -> new Inbound.Picture(envelope, media));
          case "video" ->
              media(leaves, "video/mp4")
                  .map(media -> new Inbound.File(envelope, media, "video.mp4"));
          case "location" -> place(leaves, envelope, "");
          case "link" -> link(leaves).map(text -> new Inbound.Text(envelope, text));
          default -> Optional.empty();
        };
    return known.orElseGet(() -> new Inbound.Unknown(envelope, type));
  }

  /**
   * A place whose numbers are below {@code at}, or nothing if they are not on earth. WeCom's X is
   * the latitude and its Y the longitude.
   */
  static Optional<Inbound> place(Leaves leaves, Inbound.Envelope envelope, String at) {
    String label = leaves.word(at + "Label").orElse("");
    return leaves
        .number(at + "Location_X", 90)
        .flatMap(
            x ->
                leaves
                    .number(at + "Location_Y", 180)
                    .map(y -> new Inbound.Place(envelope, x, y, label)));
  }

  private static Optional<MediaRef> media(Leaves leaves, String contentType) {
    return leaves.word("MediaId").map(id -> new MediaRef.Remote(id, contentType));
  }

  private static String format(Leaves leaves) {
    return leaves.word("Format").orElse("amr").toLowerCase(Locale.ROOT);
  }

  private static Optional<String> link(Leaves leaves) {
    return leaves
        .word("Url")
        .map(
            url ->
                Stream.concat(leaves.word("Title").stream(), Stream.of(url))
                    .collect(Collectors.joining(" ")));
  }
}
