package io.kouxin.bot.media;

import java.time.Instant;
import java.util.Optional;

/** The bytes of notes and pictures. */
public interface Media {

  /** Keeps bytes in the caller's transaction and returns their id. */
  String keep(byte[] bytes, String contentType);

  /**
   * The bytes, empty if nothing was kept under this id; no bytes at all once they were forgotten.
   */
  Optional<Kept> find(String id);

  /** Forgets the bytes of what was kept before this moment; returns how many. */
  int forgetBefore(Instant moment);

  /** Forgets these bytes now, in the caller's transaction; nothing happens if they are gone. */
  void forget(String id);

  /**
   * Bytes that were kept.
   *
   * @param sha256 of the bytes, lower-case hexadecimal
   * @param contentType as declared by the sender: not to be trusted
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes of sound: no copies
  record Kept(String id, String sha256, String contentType, byte[] bytes, Instant at) {}
}
