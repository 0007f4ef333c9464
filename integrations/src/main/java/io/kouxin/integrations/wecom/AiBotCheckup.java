package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An AI bot without a self-built application beside it: what works so, and what does not. It asks
 * WeCom nothing, because any question would end the connection that the service holds.
 */
public final class AiBotCheckup implements Checkup {
  private final boolean connected;

  /**
   * Of a bot.
   *
   * @param connected whether it holds a connection, and so may speak unasked
   */
  public AiBotCheckup(boolean connected) {
    this.connected = connected;
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public List<Symptom> look() {
    return List.of(
        connected
            ? new Symptom("application", "aibot-alone", State.OK)
            : new Symptom("application", "aibot-silent", State.WARNING));
  }

  @Override
  public Symptom send(String account, Outbound.Push card) {
    return new Symptom("card", "card-no-app", State.BROKEN, Map.of("account", account));
  }

  @Override
  public Optional<Symptom> reading(String reason) {
    return Readings.of(reason);
  }
}
