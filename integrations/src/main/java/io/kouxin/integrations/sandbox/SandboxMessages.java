package io.kouxin.integrations.sandbox;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What the sandbox page posts, as inbound messages: each with an id of its own. */
public final class SandboxMessages {
  private final Clock clock;

  /** Messages that happen when this clock says so. */
  public SandboxMessages(Clock clock) {
    this.clock = clock;
  }

  /** Typed words. */
  public Inbound text(String person, String text) {
    return new Inbound.Text(envelope(person), text);
  }

  /**
   * An uploaded or recorded file: sound becomes a voice note, an image a picture, all else a file.
   *
   * @param contentType what the browser says, may be empty: then the name decides
   * @param name the file's name, may be empty
   */
  public Inbound file(String person, byte[] bytes, String contentType, String name) {
    var media = new MediaRef.Inline(bytes, contentType);
    return switch (FileKind.of(contentType, name)) {
      case SOUND -> new Inbound.Voice(envelope(person), media);
      case IMAGE -> new Inbound.Picture(envelope(person), media);
      case OTHER -> new Inbound.File(envelope(person), media, name);
    };
  }

  /**
   * A place.
   *
   * @param latitude degrees, −90 to 90, north positive
   * @param longitude degrees, −180 to 180, east positive
   * @param label words for it, may be empty
   * @throws IllegalArgumentException if there is no such place on earth
   */
  public Inbound place(String person, double latitude, double longitude, String label) {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "A place needs a latitude from -90 to 90 and a longitude from -180 to 180.");
    }
    return new Inbound.Place(envelope(person), latitude, longitude, label);
  }

  /** A tapped button. */
  public Inbound tap(String person, String card, String action, List<String> ticked) {
    return new Inbound.Tap(envelope(person), card, action, ticked);
  }

  private Inbound.Envelope envelope(String person) {
    String id = UUID.randomUUID().toString();
    return new Inbound.Envelope(id, SandboxChannel.NAME, person, person, clock.instant());
  }
}
