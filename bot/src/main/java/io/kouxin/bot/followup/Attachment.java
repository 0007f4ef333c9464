package io.kouxin.bot.followup;

import java.util.Optional;

/**
 * Something that belongs to a follow-up besides words.
 *
 * @param kind picture, place or file
 * @param media the id of its bytes, empty for a place
 * @param label what people call it, may be empty
 * @param shows what a picture shows, as the rep said; empty while nobody said, and for all else
 */
public record Attachment(String kind, String media, String label, Optional<Shows> shows) {
  private static final String PICTURE = "picture";

  /** What a picture can show. */
  public enum Shows {
    /** The name card of somebody. */
    CARD,
    /** A paper: an invoice, a contract, a quotation. */
    PAPER,
    /** The place itself: a door, a room, a machine. */
    SCENE
  }

  /** A picture of which nobody said yet what it shows. */
  public static Attachment picture(String media) {
    return new Attachment(PICTURE, media, "", Optional.empty());
  }

  /** A place, by the name people give it. */
  public static Attachment place(String label) {
    return new Attachment("place", "", label, Optional.empty());
  }

  /**
   * A file.
   *
   * @param media may be empty: then nothing but the name came
   */
  public static Attachment file(String media, String name) {
    return new Attachment("file", media, name, Optional.empty());
  }

  /** Whether it is a picture. */
  public boolean isPicture() {
    return kind.equals(PICTURE);
  }

  /** The same picture, with what it shows. */
  public Attachment showing(Shows what) {
    return new Attachment(kind, media, label, Optional.of(what));
  }
}
