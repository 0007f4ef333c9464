package io.kouxin.bot.inbox;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A message as JSON in the store, without its bytes. */
final class InboundJson {
  private final JsonMapper json;

  InboundJson(JsonMapper json) {
    this.json = json;
  }

  /** What is kept of a message besides its envelope; what a kind does not have is empty. */
  record Payload(
      String text,
      String reference,
      String contentType,
      String name,
      double latitude,
      double longitude,
      String card,
      String action,
      List<String> ticked) {}

  enum Kind {
    VOICE,
    TEXT,
    PICTURE,
    FILE,
    PLACE,
    TAP,
    ENTERED,
    UNKNOWN
  }

  static Kind kind(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Voice v -> Kind.VOICE;
      case Inbound.Text t -> Kind.TEXT;
      case Inbound.Picture p -> Kind.PICTURE;
      case Inbound.File f -> Kind.FILE;
      case Inbound.Place p -> Kind.PLACE;
      case Inbound.Tap t -> Kind.TAP;
      case Inbound.Entered e -> Kind.ENTERED;
      case Inbound.Unknown u -> Kind.UNKNOWN;
    };
  }

  String write(Inbound inbound) {
    return json.writeValueAsString(payload(inbound));
  }

  private static Payload payload(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Voice v -> media(v.media(), "");
      case Inbound.Picture p -> media(p.media(), "");
      case Inbound.File f -> media(f.media(), f.name());
      case Inbound.Text t -> text(t.text());
      case Inbound.Unknown u -> text(u.kind());
      case Inbound.Entered e -> text("");
      case Inbound.Place p ->
          new Payload(p.label(), "", "", "", p.latitude(), p.longitude(), "", "", List.of());
      case Inbound.Tap t -> new Payload("", "", "", "", 0, 0, t.card(), t.action(), t.ticked());
    };
  }

  /** Of a message whose words are not kept any more. */
  String forgotten() {
    return json.writeValueAsString(text(""));
  }

  private static Payload text(String text) {
    return new Payload(text, "", "", "", 0, 0, "", "", List.of());
  }

  private static Payload media(MediaRef media, String name) {
    String reference = media instanceof MediaRef.Remote remote ? remote.reference() : "";
    return new Payload("", reference, media.contentType(), name, 0, 0, "", "", List.of());
  }

  Inbound read(Kind kind, Envelope envelope, String text) {
    Payload payload = json.readValue(text, Payload.class);
    var media = new MediaRef.Remote(payload.reference(), payload.contentType());
    return switch (kind) {
      case VOICE -> new Inbound.Voice(envelope, media);
      case TEXT -> new Inbound.Text(envelope, payload.text());
      case PICTURE -> new Inbound.Picture(envelope, media);
      case FILE -> new Inbound.File(envelope, media, payload.name());
      case PLACE ->
          new Inbound.Place(envelope, payload.latitude(), payload.longitude(), payload.text());
      case TAP -> new Inbound.Tap(envelope, payload.card(), payload.action(), payload.ticked());
      case ENTERED -> new Inbound.Entered(envelope);
      case UNKNOWN -> new Inbound.Unknown(envelope, payload.text());
    };
  }
}
