package io.kouxin.integrations.wecom.emulator;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The emulator by itself; it runs until it is stopped. */
public final class RunEmulator {
  private RunEmulator() {}

  /** Starts it and prints what Kouxin has to be started with. */
  public static void main(String... args) throws InterruptedException {
    try {
      EmulatorConfig config = Options.of(args).config();
      print(WeComEmulator.start(config), config, System.out);
      // The server's threads are gone while it refuses connections; the program is not.
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  static void print(WeComEmulator emulator, EmulatorConfig config, PrintStream out) {
    out.println("WeCom emulator: " + emulator.baseUrl() + "/admin/");
    out.println("Callbacks go to " + config.callback().orElseThrow());
    out.println("Start Kouxin with:");
    environment(emulator).forEach((name, value) -> out.println("export " + name + "=" + value));
  }

  static Map<String, String> environment(WeComEmulator emulator) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("KOUXIN_WECOM_CORPID", emulator.app().corpId());
    all.put("KOUXIN_WECOM_AGENTID", String.valueOf(emulator.app().agentId()));
    all.put("KOUXIN_WECOM_SECRET", emulator.app().secret());
    all.put("KOUXIN_WECOM_TOKEN", emulator.keys().token());
    all.put("KOUXIN_WECOM_AESKEY", emulator.keys().aesKey());
    all.put("KOUXIN_WECOM_BASEURL", emulator.baseUrl());
    all.put("KOUXIN_WECOM_LOGINURL", emulator.baseUrl());
    return all;
  }
}
