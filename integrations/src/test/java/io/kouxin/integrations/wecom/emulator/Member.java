package io.kouxin.integrations.wecom.emulator;

import java.util.Optional;

/**
 * A person of the corp that the application may see.
 *
 * @param userId as the administrator wrote it; compared without regard to case
 * @param department 1 is the corp itself
 * @param leader userid of the direct leader
 * @param licensed without a licence nothing is delivered and the answer says so
 */
public record Member(
    String userId, String name, int department, Optional<String> leader, boolean licensed) {
  /** A licensed member of department 2 who leads nobody and has no leader. */
  public static Member of(String userId, String name) {
    return new Member(userId, name, 2, Optional.empty(), true);
  }

  /** The same, led by somebody. */
  public Member ledBy(String other) {
    return new Member(userId, name, department, Optional.of(other), licensed);
  }

  /** The same without a licence. */
  public Member withoutLicence() {
    return new Member(userId, name, department, leader, false);
  }
}
