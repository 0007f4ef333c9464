package io.kouxin.integrations.dingtalk;

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
 * DingTalk's JSAPI for our pages: {@code dd.config} is proved with a ticket ({@code jsapiTickets}),
 * which all nodes share.
 */
public final class DingTalkPageKit implements PageKit {
  private final DingTalkApi api;
  private final DingTalkPages pages;
  private final SharedTokens tickets;
  private final Clock clock;

  /** Through this API. */
  public DingTalkPageKit(DingTalkApi api, DingTalkPages pages, SharedTokens tickets, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.tickets = tickets;
    this.clock = clock;
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  /** Without the company's id nothing can be proved: then it is a browser like any other. */
  @Override
  public boolean isOwnBrowser(String userAgent) {
    return !pages.company().isBlank() && DingTalk.isOwnBrowser(userAgent);
  }

  @Override
  public List<URI> scripts() {
    return List.of(DingTalkPages.SCRIPT);
  }

  @Override
  public Signature sign(URI page) throws ChannelException {
    String ticket =
        tickets.current(DingTalk.NAME + ":" + api.account().clientId() + ":page", this::fresh);
    String nonce = UUID.randomUUID().toString().replace("-", "");
    long now = clock.instant().getEpochSecond();
    return new Signature(
        pages.company(),
        pages.agent(),
        now,
        nonce,
        Signature.proof(ticket, nonce, now, page),
        Optional.empty());
  }

  private SharedTokens.Fresh fresh() throws ChannelException {
    Fields answer = api.post("/v1.0/oauth2/jsapiTickets", new JsonObject()).orThrow();
    Duration life = Duration.ofSeconds(answer.number("expireIn").orElse(0));
    boolean isLong = life.compareTo(Token.EARLY.multipliedBy(2)) > 0;
    return new SharedTokens.Fresh(
        answer.said("jsapiTicket").orElseThrow(Transport::foreign),
        isLong ? life.minus(Token.EARLY) : life);
  }
}
