package io.kouxin.integrations.wecom.emulator;

/**
 * What came of the platform's check of the callback address.
 *
 * @param right the body was the plain text, byte for byte
 * @param millis the platform gives 1,000
 * @param status of HTTP, or one of {@link Delivery}'s constants
 */
public record Verification(boolean right, long millis, int status) {
  /** Whether the administrator's page would save the address. */
  public boolean passed() {
    return right && status == 200 && millis <= 1_000;
  }
}
