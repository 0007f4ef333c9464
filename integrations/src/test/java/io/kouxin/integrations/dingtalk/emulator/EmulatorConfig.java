package io.kouxin.integrations.dingtalk.emulator;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What an administrator would have entered, and where the emulator listens.
 *
 * @param port 0 for any free port
 * @param app the one application of the company
 * @param keys what events are sealed with
 * @param callbacks where Kouxin listens
 * @param clock the time before {@link DingTalkEmulator#advance}
 */
public record EmulatorConfig(
    int port, App app, CallbackKeys keys, Callbacks callbacks, Clock clock) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * An internal application with a robot.
   *
   * @param clientId also known as AppKey
   * @param clientSecret also known as AppSecret
   * @param robotCode normally the client id again
   * @param agentId its number, for work notifications
   */
  public record App(
      String corpId, String clientId, String clientSecret, String robotCode, long agentId) {}

  /**
   * Token and aes_key of the event subscription.
   *
   * @param token 3 to 32 letters or digits
   * @param aesKey 43 letters or digits
   */
  public record CallbackKeys(String token, String aesKey) {}

  /**
   * Addresses of the application; cards are called back where they were registered.
   *
   * @param robot gets messages to the robot
   * @param events gets the sealed events
   */
  public record Callbacks(URI robot, URI events) {}

  /** Made up, different each time: any free port, and callbacks that nobody hears. */
  public static EmulatorConfig random() {
    String clientId = "ding" + letters(16);
    return new EmulatorConfig(
        0,
        new App("ding" + letters(20), clientId, letters(43), clientId, 3_000_000_001L),
        new CallbackKeys(letters(24), letters(43)),
        new Callbacks(NOWHERE, NOWHERE),
        Clock.systemUTC());
  }

  /** The same, listening on this port. */
  public EmulatorConfig onPort(int other) {
    return new EmulatorConfig(other, app, keys, callbacks, clock);
  }

  /** The same, for this application. */
  public EmulatorConfig forApp(App other) {
    return new EmulatorConfig(port, other, keys, callbacks, clock);
  }

  /** The same, sealing with these keys. */
  public EmulatorConfig sealedWith(CallbackKeys other) {
    return new EmulatorConfig(port, app, other, callbacks, clock);
  }

  /** The same, delivering to these addresses. */
  public EmulatorConfig callingBack(URI robot, URI events) {
    return new EmulatorConfig(port, app, keys, new Callbacks(robot, events), clock);
  }

  /** The same at another time. */
  public EmulatorConfig at(Clock other) {
    return new EmulatorConfig(port, app, keys, callbacks, other);
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
