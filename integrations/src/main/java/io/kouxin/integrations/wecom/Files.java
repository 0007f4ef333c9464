package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound.FileDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.http.ParseException;
import org.apache.http.entity.ContentType;

/**
 * Files that WeCom has from us. It keeps each for three days (document 90253); we name the same one
 * again meanwhile: it saves the upload, and a repeated message is the same message to WeCom.
 */
final class Files {
  /** WeCom wants more than this. */
  private static final int LEAST = 5;

  private static final int MOST_IMAGE = 10 << 20;
  private static final int MOST = 20 << 20;
  private static final Duration KEPT = Duration.ofHours(60);
  private static final int REMEMBERED = 200;
  private final WeComApi api;
  private final Clock clock;
  private final Map<String, Up> ups = new Recent<>(REMEMBERED);

  Files(WeComApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * A file at WeCom.
   *
   * @param type {@code image} or {@code file}
   */
  record Up(String type, String mediaId, String digest, Instant until) {}

  /** The file at WeCom, brought there unless it is. */
  Up up(FileDelivery file) throws ChannelException {
    insistOnSize(file);
    String type = type(file);
    String digest = Repeats.digest(Repeats.bytes(type), Repeats.bytes(file.name()), file.bytes());
    Instant now = clock.instant();
    synchronized (ups) {
      Up known = ups.get(digest);
      if (known != null && now.isBefore(known.until())) {
        return known;
      }
    }
    var whole = new Upload.File(name(file.name()), contentType(file), file.bytes());
    Answer answer = api.upload(type, whole);
    answer.orThrow();
    var fresh = new Up(type, answer.words("media_id"), digest, now.plus(KEPT));
    synchronized (ups) {
      ups.put(digest, fresh);
    }
    return fresh;
  }

  /** WeCom does not have it any more. */
  void forget(Up up) {
    synchronized (ups) {
      ups.remove(up.digest(), up);
    }
  }

  private static void insistOnSize(FileDelivery file) throws ChannelException.Refused {
    int length = file.bytes().length;
    if (length > MOST) {
      throw new ChannelException.Refused(
          "WeCom takes files of up to 20 MB, and %s has %d bytes".formatted(file.name(), length));
    }
    if (length <= LEAST) {
      throw new ChannelException.Refused(
          "WeCom takes files of more than 5 bytes, and %s has %d".formatted(file.name(), length));
    }
  }

  private static String type(FileDelivery file) {
    String declared = file.contentType().toLowerCase(Locale.ROOT);
    boolean picture = declared.startsWith("image/png") || declared.startsWith("image/jpeg");
    return picture && file.bytes().length <= MOST_IMAGE ? "image" : "file";
  }

  private static ContentType contentType(FileDelivery file) {
    try {
      return ContentType.parse(file.contentType());
    } catch (IllegalArgumentException | ParseException unreadable) {
      return ContentType.APPLICATION_OCTET_STREAM;
    }
  }

  /** Without what would end the name in the multipart head, or mean a folder. */
  private static String name(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "_").strip();
    return safe.isEmpty() ? "file" : safe;
  }
}
