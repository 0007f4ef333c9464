package io.kouxin.integrations.wecom.emulator;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * What an administrator would have entered, and where the emulator listens.
 *
 * @param port 0 for any free port
 * @param app the one application of the corp
 * @param keys what callbacks are sealed with
 * @param callback where Kouxin listens; without it cards with buttons are refused (43012)
 * @param clock the time before {@link WeComEmulator#advance}
 */
public record EmulatorConfig(
    int port, App app, CallbackKeys keys, Optional<URI> callback, Clock clock) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A self-built application.
   *
   * @param agentId its number in the corp
   */
  public record App(String corpId, int agentId, String secret) {}

  /**
   * Token and EncodingAESKey of the callback.
   *
   * @param aesKey 43 letters or digits
   */
  public record CallbackKeys(String token, String aesKey) {}

  /** Made up, different each time: any free port, no callback yet. */
  public static EmulatorConfig random() {
    return new EmulatorConfig(
        0,
        new App("ww" + letters(16), 1_000_002, letters(43)),
        new CallbackKeys(letters(24), letters(43)),
        Optional.empty(),
        Clock.systemUTC());
  }

  /** The same, listening on this port. */
  public EmulatorConfig onPort(int other) {
    return new EmulatorConfig(other, app, keys, callback, clock);
  }

  /** The same, for this application. */
  public EmulatorConfig forApp(App other) {
    return new EmulatorConfig(port, other, keys, callback, clock);
  }

  /** The same, sealing with these keys. */
  public EmulatorConfig sealedWith(CallbackKeys other) {
    return new EmulatorConfig(port, app, other, callback, clock);
  }

  /** The same, delivering to this address. */
  public EmulatorConfig callingBack(URI address) {
    return new EmulatorConfig(port, app, keys, Optional.of(address), clock);
  }

  /** The same at another time. */
  public EmulatorConfig at(Clock other) {
    return new EmulatorConfig(port, app, keys, callback, other);
  }

  static String letters(int count) {
    return RANDOM
        .ints(count, 0, LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, at) -> text.append(LETTERS.charAt(at)),
            StringBuilder::append)
        .toString();
  }
}
