package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.PageKit;
import io.kouxin.integrations.channel.SharedTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * WeCom's JS-SDK for our pages: {@code wx.config} is proved with the company's ticket and {@code
 * wx.agentConfig} with the application's. WeCom gives an application a hundred tickets an hour, so
 * all nodes share them.
 */
public final class WeComPageKit implements PageKit {
  private static final URI SCRIPT = URI.create("https://res.wx.qq.com/open/js/jweixin-1.2.0.js");
  private static final Duration EARLY = Duration.ofSeconds(200);

  private final WeComApi api;
  private final SharedTokens tickets;
  private final Clock clock;

  /** Through this API. */
  public WeComPageKit(WeComApi api, SharedTokens tickets, Clock clock) {
    this.api = api;
    this.tickets = tickets;
    this.clock = clock;
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public boolean isOwnBrowser(String userAgent) {
    return WeCom.isOwnBrowser(userAgent);
  }

  @Override
  public List<URI> scripts() {
    return List.of(SCRIPT);
  }

  @Override
  public Signature sign(URI page) throws ChannelException {
    String nonce = UUID.randomUUID().toString().replace("-", "");
    long now = clock.instant().getEpochSecond();
    String agent = Signature.proof(agents(), nonce, now, page);
    return new Signature(
        api.corpId(),
        String.valueOf(api.agentId()),
        now,
        nonce,
        Signature.proof(companys(), nonce, now, page),
        Optional.of(agent));
  }

  private String companys() throws ChannelException {
    return tickets.current(name("page"), () -> fresh(api.get("/cgi-bin/get_jsapi_ticket")));
  }

  private String agents() throws ChannelException {
    return tickets.current(
        name("agent-page"), () -> fresh(api.get("/cgi-bin/ticket/get", "type", "agent_config")));
  }

  private String name(String kind) {
    return "%s:%s:%d:%s".formatted(WeCom.NAME, api.corpId(), api.agentId(), kind);
  }

  private static SharedTokens.Fresh fresh(Answer answer) throws ChannelException {
    JsonObject body = answer.orThrow();
    JsonElement seconds = body.get("expires_in");
    if (answer.words("ticket").isBlank() || seconds == null || !seconds.isJsonPrimitive()) {
      throw Transport.foreign();
    }
    Duration life = Duration.ofSeconds(seconds.getAsLong());
    boolean isLong = life.compareTo(EARLY.multipliedBy(2)) > 0;
    return new SharedTokens.Fresh(answer.words("ticket"), isLong ? life.minus(EARLY) : life);
  }
}
