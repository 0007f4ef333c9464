package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.ChannelException;
import java.io.ByteArrayOutputStream;

/** The bytes of what people send. WeCom gives more than 20 MB only in parts (830002). */
final class Fetching {
  private static final long PART = 10L << 20;
  private final WeComApi api;

  Fetching(WeComApi api) {
    this.api = api;
  }

  /** All of it, refused beyond so many bytes, of which never many more are read. */
  byte[] all(String mediaId, long atMost) throws ChannelException {
    WeComApi.Fetched whole = api.media(new Download.Wanted(mediaId, "", atMost));
    if (whole.answer().code() == Trouble.MEDIA_NEEDS_RANGE.code()) {
      return inParts(mediaId, atMost);
    }
    whole.answer().orThrow();
    return whole.bytes().bytes();
  }

  private byte[] inParts(String mediaId, long atMost) throws ChannelException {
    var all = new ByteArrayOutputStream();
    long total = Long.MAX_VALUE;
    while (all.size() < total) {
      long last = Math.min(all.size() + PART, atMost) - 1;
      if (last < all.size()) {
        throw new ChannelException.Refused("The file has more than " + atMost + " bytes");
      }
      String range = "bytes=" + all.size() + "-" + last;
      WeComApi.Fetched part = api.media(new Download.Wanted(mediaId, range, PART));
      part.answer().orThrow();
      total = part.bytes().total();
      if (total > atMost) {
        throw new ChannelException.Refused("The file has more than " + atMost + " bytes");
      }
      if (part.bytes().bytes().length == 0) {
        throw Transport.foreign();
      }
      all.writeBytes(part.bytes().bytes());
    }
    return all.toByteArray();
  }
}
