package io.kouxin.integrations.channel;

/** Where the bytes of a note or picture are. */
public sealed interface MediaRef {

  /** The declared media type, such as {@code audio/amr}; only a hint, possibly empty. */
  String contentType();

  /** The bytes came with the message. */
  @SuppressWarnings("ArrayRecordComponent") // megabytes of sound: no copies
  record Inline(byte[] bytes, String contentType) implements MediaRef {}

  /** The platform keeps the bytes for a while; {@link Channel#fetch} brings them. */
  record Remote(String reference, String contentType) implements MediaRef {}

  /** There are no bytes: the platform keeps what it heard to itself and gives its words only. */
  record None() implements MediaRef {
    @Override
    public String contentType() {
      return "";
    }
  }
}
