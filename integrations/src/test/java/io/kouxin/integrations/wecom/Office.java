package io.kouxin.integrations.wecom;

import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.net.URI;
import java.time.Clock;

/** A corp that runs on this machine, and the application that talks to it. */
final class Office implements AutoCloseable {
  static final String SEND = "/cgi-bin/message/send";
  static final String UPDATE = "/cgi-bin/message/update_template_card";
  static final String UPLOAD = "/cgi-bin/media/upload";
  static final String GET_TOKEN = "/cgi-bin/gettoken";
  static final String USER = "/cgi-bin/user/get";
  static final String DEPARTMENTS = "/cgi-bin/department/list";

  final WeComEmulator emulator =
      WeComEmulator.start(
          EmulatorConfig.random().callingBack(URI.create("http://127.0.0.1:1/callbacks/wecom")));
  final WeComApi api = api(emulator.app().secret());
  final WeComChannel channel = new WeComChannel(api, Clock.systemUTC());

  WeComApi api(String secret) {
    return new WeComApi(access(emulator.baseUrl(), secret), Clock.systemUTC());
  }

  private WeComAccess access(String baseUrl, String secret) {
    return new WeComAccess(
        emulator.app().corpId(), emulator.app().agentId(), secret, URI.create(baseUrl));
  }

  /** The same application, looking for WeCom elsewhere. */
  WeComApi apiAt(String baseUrl) {
    return new WeComApi(access(baseUrl, emulator.app().secret()), Clock.systemUTC());
  }

  WeComAccess access(String baseUrl) {
    return access(baseUrl, emulator.app().secret());
  }

  @Override
  public void close() {
    api.close();
    emulator.close();
  }
}
