package io.kouxin.integrations.wecom.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Temporary media: three days, then the id is unknown (40007). */
public final class MediaStore {
  /** How long the platform keeps a file. */
  public static final Duration LIFE = Duration.ofDays(3);

  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final Clock clock;

  MediaStore(Clock clock) {
    this.clock = clock;
  }

  /** Keeps the bytes as if a member had sent them, and gives the media id. */
  public String put(String name, byte[] bytes) {
    String id = "3" + EmulatorConfig.letters(40) + count.incrementAndGet();
    files.put(id, new StoredFile(name, typeOf(name), bytes.clone(), clock.instant()));
    return id;
  }

  Optional<StoredFile> find(String id) {
    return Optional.ofNullable(files.get(id))
        .filter(file -> clock.instant().isBefore(file.at().plus(LIFE)));
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "amr" -> "audio/amr";
      case "jpg", "jpeg" -> "image/jpeg";
      case "png" -> "image/png";
      case "mp4" -> "video/mp4";
      case "pdf" -> "application/pdf";
      default -> "application/octet-stream";
    };
  }
}
