package io.kouxin.integrations.dingtalk.emulator;

import io.kouxin.integrations.dingtalk.emulator.gateway.StreamGateway;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The emulator by itself; it runs until it is stopped. */
public final class RunEmulator {
  private RunEmulator() {}

  /** Starts it and prints what Kouxin has to be started with. */
  public static void main(String... args)
      throws InterruptedException, IOException, GeneralSecurityException {
    try {
      Options options = Options.of(args);
      EmulatorConfig config = options.config();
      DingTalkEmulator emulator = DingTalkEmulator.start(config);
      print(emulator, config, options.mode(), System.out);
      if (options.mode().equals("stream")) {
        StreamGateway gateway = StreamWay.open(emulator);
        System.out.println(
            "export JDK_JAVA_OPTIONS='-Djavax.net.ssl.trustStore="
                + gateway.trustStore()
                + " -Djavax.net.ssl.trustStorePassword="
                + gateway.trustStorePassword()
                + "'   # for java -jar kouxin.jar: it trusts this machine's gateway");
      }
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  static void print(
      DingTalkEmulator emulator, EmulatorConfig config, String mode, PrintStream out) {
    out.println("DingTalk emulator: " + emulator.baseUrl() + "/admin/");
    out.println("Messages go to " + config.callbacks().robot());
    out.println("Events go to " + config.callbacks().events());
    out.println("Start Kouxin with:");
    environment(emulator, mode)
        .forEach((name, value) -> out.println("export " + name + "=" + value));
    out.println("For cards with buttons also:");
    cards(config, mode).forEach((name, value) -> out.println("  " + name + "=" + value));
  }

  /** Any template is there, unless the page says otherwise. */
  private static Map<String, String> cards(EmulatorConfig config, String mode) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("KOUXIN_DINGTALK_CARDTEMPLATE", "kouxin.schema");
    if (mode.equals("http")) {
      all.put(
          "KOUXIN_DINGTALK_CARDCALLBACKURL",
          config.callbacks().robot().resolve("cards").toString());
    }
    return all;
  }

  static Map<String, String> environment(DingTalkEmulator emulator, String mode) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("KOUXIN_DINGTALK_CLIENTID", emulator.app().clientId());
    all.put("KOUXIN_DINGTALK_CLIENTSECRET", emulator.app().clientSecret());
    all.put("KOUXIN_DINGTALK_ROBOTCODE", emulator.app().robotCode());
    all.put("KOUXIN_DINGTALK_MODE", mode);
    all.put("KOUXIN_DINGTALK_APIURL", emulator.baseUrl());
    all.put("KOUXIN_DINGTALK_OAPIURL", emulator.baseUrl());
    all.put("KOUXIN_DINGTALK_LOGINURL", emulator.baseUrl());
    all.put("KOUXIN_DINGTALK_CORPID", emulator.app().corpId());
    all.put("KOUXIN_DINGTALK_AGENTID", String.valueOf(emulator.app().agentId()));
    all.put("KOUXIN_DINGTALK_TOKEN", emulator.keys().token());
    all.put("KOUXIN_DINGTALK_AESKEY", emulator.keys().aesKey());
    return all;
  }
}
