package io.kouxin.integrations.wecom.emulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The same request within the interval is delivered once (enable_duplicate_check, page 90236). */
final class Duplicates {
  private static final Duration USUAL = Duration.ofSeconds(1800);
  private static final Duration LONGEST = Duration.ofHours(4);
  private final Map<String, Delivered> delivered = new LinkedHashMap<>();
  private final Clock clock;

  /** A send that was answered. */
  record Delivered(String msgId, Answer answer, Instant until) {}

  Duplicates(Clock clock) {
    this.clock = clock;
  }

  /** Runs {@code deliver} unless the same request was delivered, then {@code again}. */
  Answer once(Fields request, Supplier<Delivered> deliver, Function<Delivered, Answer> again) {
    return once(digest(request), deliver, again);
  }

  private synchronized Answer once(
      String key, Supplier<Delivered> deliver, Function<Delivered, Answer> again) {
    forgetOldest();
    Delivered before = delivered.get(key);
    if (before != null && isLive(before)) {
      return again.apply(before);
    }
    Delivered now = deliver.get();
    delivered.remove(key);
    delivered.put(key, now);
    return now.answer();
  }

  Instant until(Fields request) {
    long asked = request.number("duplicate_check_interval");
    Duration interval = asked > 0 ? Duration.ofSeconds(asked) : USUAL;
    return clock.instant().plus(interval.compareTo(LONGEST) > 0 ? LONGEST : interval);
  }

  private boolean isLive(Delivered each) {
    return clock.instant().isBefore(each.until());
  }

  private void forgetOldest() {
    Iterator<Delivered> oldest = delivered.values().iterator();
    while (oldest.hasNext() && !isLive(oldest.next())) {
      oldest.remove();
    }
  }

  private static String digest(Fields request) {
    try {
      byte[] json = request.json().toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
