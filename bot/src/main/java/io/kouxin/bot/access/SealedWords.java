package io.kouxin.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Words that a browser keeps for us for a while: it can read them, but not change them. */
final class SealedWords {
  private final AdminToken token;
  private final String purpose;
  private final Clock clock;

  /** For this purpose only: what was sealed for another one does not open. */
  SealedWords(AdminToken token, String purpose, Clock clock) {
    this.token = token;
    this.purpose = purpose;
    this.clock = clock;
  }

  /** For a cookie: until when, the words, and their seal. */
  String seal(String words, Duration lasting) {
    long until = clock.instant().plus(lasting).getEpochSecond();
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(UTF_8));
    return until + "." + name + "." + seal(until, name);
  }

  /** The words, if we sealed them and their time is not over. */
  Optional<String> open(String value) {
    String[] parts = value.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return seconds(parts[0])
        .filter(until -> clock.instant().isBefore(Instant.ofEpochSecond(until)))
        .filter(until -> same(seal(until, parts[1]), parts[2]))
        .map(until -> new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
  }

  private static Optional<Long> seconds(String text) {
    // Twelve digits reach the year 33658 and stay far from what an Instant cannot hold.
    return text.matches("\\d{1,12}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private String seal(long until, String name) {
    return token.seal("kouxin " + purpose + " of " + name + " until " + until);
  }

  /** Whether two texts are the same; takes the same time wherever they differ. */
  static boolean same(String ours, String theirs) {
    return MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
  }
}
