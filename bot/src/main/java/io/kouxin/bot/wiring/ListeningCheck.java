package io.kouxin.bot.wiring;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sandbox lets anybody be anybody: it is for this machine, unless somebody insists. */
@Component
class ListeningCheck implements InitializingBean {
  private final KouxinSettings settings;
  private final @Nullable InetAddress address;

  ListeningCheck(
      KouxinSettings settings, @Value("${server.address:}") @Nullable InetAddress address) {
    this.settings = settings;
    this.address = address;
  }

  @Override
  public void afterPropertiesSet() {
    boolean local = address != null && address.isLoopbackAddress();
    if (settings.sandbox().enabled() && !settings.sandbox().allowRemote() && !local) {
      throw new WrongSetting(
          "SERVER_ADDRESS",
          "with the sandbox on, Kouxin listens on 127.0.0.1 only. Turn the sandbox off"
              + " (KOUXIN_SANDBOX_ENABLED=false), or allow it to be reached from elsewhere"
              + " (KOUXIN_SANDBOX_ALLOWREMOTE=true).");
    }
  }
}
