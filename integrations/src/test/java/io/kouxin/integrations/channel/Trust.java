package io.kouxin.integrations.channel;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** While it is open, clients in this JVM that trust what the JVM trusts, trust the gateway. */
public final class Trust implements AutoCloseable {
  private final Map<String, String> wanted =
      Map.of(
          "javax.net.ssl.trustStore",
          Certificate.store().toString(),
          "javax.net.ssl.trustStorePassword",
          Certificate.PASSWORD);
  private final Properties before = new Properties();

  /** From now on. */
  public Trust() {
    wanted.forEach(
        (name, value) ->
            Optional.ofNullable(System.setProperty(name, value))
                .ifPresent(old -> before.setProperty(name, old)));
  }

  @Override
  public void close() {
    for (String name : wanted.keySet()) {
      if (before.containsKey(name)) {
        System.setProperty(name, before.getProperty(name));
      } else {
        System.clearProperty(name);
      }
    }
  }
}
