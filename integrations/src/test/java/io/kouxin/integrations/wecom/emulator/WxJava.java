package io.kouxin.integrations.wecom.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;

/** Plain WxJava as everybody sets it up: a caller that knows the platform and not the emulator. */
final class WxJava {
  private WxJava() {}

  static WxCpService of(WeComEmulator emulator) {
    return of(emulator, config -> {});
  }

  static WxCpService of(WeComEmulator emulator, Consumer<WxCpDefaultConfigImpl> change) {
    WxCpDefaultConfigImpl config = config(emulator);
    change.accept(config);
    WxCpServiceImpl service = new WxCpServiceImpl();
    service.setWxCpConfigStorage(config);
    // With 0 every error code is lost in a WxRuntimeException; with 1 only "busy" is tried again.
    service.setMaxRetryTimes(1);
    service.setRetrySleepMillis(1);
    return service;
  }

  static WxCpDefaultConfigImpl config(WeComEmulator emulator) {
    WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
    config.setCorpId(emulator.app().corpId());
    config.setCorpSecret(emulator.app().secret());
    config.setAgentId(emulator.app().agentId());
    config.setToken(emulator.keys().token());
    config.setAesKey(emulator.keys().aesKey());
    config.setBaseApiUrl(emulator.baseUrl());
    return config;
  }

  static WxCpMessage text(String user, String content) {
    return WxCpMessage.TEXT().toUser(user).content(content).build();
  }

  /** What must throw, for its error code. */
  interface Call {
    void run() throws WxErrorException, IOException;
  }

  /** The platform's error code of a call; 0 when there is none. */
  static int errorOf(Call call) {
    try {
      call.run();
      return 0;
    } catch (WxErrorException e) {
      return e.getError().getErrorCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
