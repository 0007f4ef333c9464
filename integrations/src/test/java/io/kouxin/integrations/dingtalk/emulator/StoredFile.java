package io.kouxin.integrations.dingtalk.emulator;

import java.util.Arrays;
import java.util.Objects;

/**
 * Bytes that somebody sent or uploaded.
 *
 * @param millis how long it plays; 0 for what does not play
 */
public record StoredFile(String name, byte[] bytes, long millis) {
  @Override
  public boolean equals(Object other) {
    return other instanceof StoredFile file
        && name.equals(file.name)
        && millis == file.millis
        && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, millis, Arrays.hashCode(bytes));
  }
}
