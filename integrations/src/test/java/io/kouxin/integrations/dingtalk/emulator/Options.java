package io.kouxin.integrations.dingtalk.emulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was written behind the command; what was not is made up. */
record Options(Map<String, String> given) {
  static final List<String> NAMES =
      List.of(
          "port",
          "corp-id",
          "client-id",
          "client-secret",
          "robot-code",
          "token",
          "aes-key",
          "callback",
          "events",
          "mode");
  private static final String PORT = "8091";
  private static final String CALLBACK = "http://127.0.0.1:8080/callbacks/dingtalk/robot";
  private static final String EVENTS = "http://127.0.0.1:8080/callbacks/dingtalk/events";

  /** Throws IllegalArgumentException for an option that is not known or has no value. */
  static Options of(String... args) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int at = 0; at < args.length; at += 2) {
      String name = args[at].replaceFirst("^--", "");
      if (!NAMES.contains(name) || at + 1 == args.length) {
        throw new IllegalArgumentException("Options: --" + String.join(" …, --", NAMES) + " …");
      }
      given.put(name, args[at + 1]);
    }
    return new Options(given);
  }

  EmulatorConfig config() {
    EmulatorConfig random = EmulatorConfig.random();
    EmulatorConfig.App app = random.app();
    EmulatorConfig.CallbackKeys keys = random.keys();
    String clientId = of("client-id", app.clientId());
    return random
        .onPort(Integer.parseInt(of("port", PORT)))
        .forApp(
            new EmulatorConfig.App(
                of("corp-id", app.corpId()),
                clientId,
                of("client-secret", app.clientSecret()),
                of("robot-code", clientId),
                app.agentId()))
        .sealedWith(
            new EmulatorConfig.CallbackKeys(
                of("token", keys.token()), of("aes-key", keys.aesKey())))
        .callingBack(URI.create(of("callback", CALLBACK)), URI.create(of("events", EVENTS)));
  }

  /** How what happens reaches the application: http, or stream. */
  String mode() {
    String mode = of("mode", "http");
    if (!mode.equals("http") && !mode.equals("stream")) {
      throw new IllegalArgumentException("--mode is http or stream");
    }
    return mode;
  }

  private String of(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }
}
