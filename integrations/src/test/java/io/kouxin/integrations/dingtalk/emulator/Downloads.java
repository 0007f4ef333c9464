package io.kouxin.integrations.dingtalk.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files that people sent: a message has a download code, which gives an address, which works for a
 * while. Both ages are the emulator's own; the platform says no more than "temporary".
 */
public final class Downloads {
  /** How long a code gives addresses. */
  public static final Duration CODE_LIFE = Duration.ofHours(24);

  /** How long an address gives bytes. */
  public static final Duration ADDRESS_LIFE = Duration.ofMinutes(15);

  private final Clock clock;
  private final Map<String, Kept> codes = new HashMap<>();
  private final Map<String, Kept> addresses = new HashMap<>();

  private record Kept(StoredFile file, Instant until) {}

  Downloads(Clock clock) {
    this.clock = clock;
  }

  synchronized String code(StoredFile file) {
    String code = EmulatorConfig.letters(40);
    codes.put(code, new Kept(file, clock.instant().plus(CODE_LIFE)));
    return code;
  }

  /** A path with its query, if the code is good. */
  synchronized Optional<String> address(String code) {
    return valid(codes, code)
        .map(
            file -> {
              String name = EmulatorConfig.letters(24) + ".file";
              Instant until = clock.instant().plus(ADDRESS_LIFE);
              addresses.put(name, new Kept(file, until));
              return "/files/" + name + "?Expires=" + until.getEpochSecond();
            });
  }

  /** The file under the last part of an address. */
  synchronized Optional<StoredFile> file(String name) {
    return valid(addresses, name);
  }

  private Optional<StoredFile> valid(Map<String, Kept> from, String key) {
    return Optional.ofNullable(from.get(key))
        .filter(each -> clock.instant().isBefore(each.until()))
        .map(Kept::file);
  }
}
