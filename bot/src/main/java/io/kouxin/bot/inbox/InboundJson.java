package io.kouxin.bot.inbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A message as JSON in the store, without its envelope, which has columns, and its bytes. */
final class InboundJson {
  private static final String ENVELOPE = "envelope";
  private final JsonMapper json;

  InboundJson(JsonMapper json) {
    this.json = json.rebuild().addMixIn(MediaRef.class, Kept.class).build();
  }

  /** Whatever brought the bytes, a message that was kept refers to them. */
  @JsonDeserialize(as = MediaRef.Remote.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  private interface Kept {}

  enum Kind {
    VOICE(Inbound.Voice.class),
    TEXT(Inbound.Text.class),
    PICTURE(Inbound.Picture.class),
    FILE(Inbound.File.class),
    PLACE(Inbound.Place.class),
    TAP(Inbound.Tap.class),
    ENTERED(Inbound.Entered.class),
    JOINED(Inbound.Joined.class),
    LEFT(Inbound.Left.class),
    LOCATED(Inbound.Located.class),
    CHOSEN(Inbound.Chosen.class),
    UNKNOWN(Inbound.Unknown.class),
    REORGANISED(Inbound.Reorganised.class),
    NOTICE(Inbound.Notice.class);

    private final Class<? extends Inbound> type;

    Kind(Class<? extends Inbound> type) {
      this.type = type;
    }
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
      case Inbound.Joined j -> Kind.JOINED;
      case Inbound.Left l -> Kind.LEFT;
      case Inbound.Located l -> Kind.LOCATED;
      case Inbound.Chosen c -> Kind.CHOSEN;
      case Inbound.Unknown u -> Kind.UNKNOWN;
      case Inbound.Reorganised r -> Kind.REORGANISED;
      case Inbound.Notice n -> Kind.NOTICE;
    };
  }

  String write(Inbound inbound) {
    ObjectNode tree = json.valueToTree(withoutBytes(inbound));
    tree.remove(ENVELOPE);
    return json.writeValueAsString(tree);
  }

  /** A {@link Kind#NOTICE} in place of a message whose words are not kept any more. */
  String forgotten() {
    return json.writeValueAsString(Map.of("kind", "forgotten"));
  }

  Inbound read(Kind kind, Envelope envelope, String text) {
    var tree = (ObjectNode) json.readTree(text);
    tree.set(ENVELOPE, json.valueToTree(envelope));
    return json.treeToValue(tree, kind.type);
  }

  private static Inbound withoutBytes(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Voice v -> new Inbound.Voice(v.envelope(), remote(v.media()), v.recognised());
      case Inbound.Picture p -> new Inbound.Picture(p.envelope(), remote(p.media()));
      case Inbound.File f -> new Inbound.File(f.envelope(), remote(f.media()), f.name());
      default -> inbound;
    };
  }

  private static MediaRef remote(MediaRef media) {
    return media instanceof MediaRef.Remote ? media : new MediaRef.Remote("", media.contentType());
  }
}
