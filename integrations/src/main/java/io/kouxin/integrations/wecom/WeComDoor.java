package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where WeCom brings what people write to a self-built application (documents 90238 and 91144).
 *
 * <p>It trusts nothing before the signature is checked, looks at no content type (WeCom writes
 * {@code text/xml} or {@code application/xml}), and knows no duplicates: a message that comes twice
 * is handed over twice under one id, and keeping it once is the inbox's business.
 */
public final class WeComDoor implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(WeComDoor.class);

  // What a person writes has at most a few kilobytes; events about approvals are the longest.
  private static final int MOST_BYTES = 256 * 1024;

  private final Seal seal;
  private final Reading reading;
  private final Consumer<Inbound> keep;
  private final Clock clock;

  /**
   * A door for one application.
   *
   * @param keep returns once the message is kept durably; if it throws, WeCom brings it again
   * @param clock what the time in the address is compared with
   */
  public WeComDoor(Reception reception, Consumer<Inbound> keep, Clock clock) {
    this.seal = new Seal(reception.token(), reception.aesKey(), reception.corpId());
    this.reading = new Reading(reception.agentId());
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public Answer verify(Map<String, String> query) {
    return Echo.answer(seal, clock, query);
  }

  @Override
  public Answer receive(Visit visit) {
    try {
      Inbound inbound = opened(visit.query(), visit.body());
      return kept(inbound);
    } catch (RefusedException e) {
      return e.answer();
    }
  }

  private Inbound opened(Map<String, String> query, byte[] body) throws RefusedException {
    if (body.length > MOST_BYTES) {
      throw new RefusedException(Refusal.LENGTH);
    }
    Knock knock = knock(query);
    String sealed =
        Leaves.read(body)
            .text("Encrypt")
            .orElseThrow(() -> new RefusedException(Refusal.XML, "Encrypt"));
    seal.check(knock, sealed);
    return reading.read(seal.open(sealed));
  }

  private Knock knock(Map<String, String> query) throws RefusedException {
    Knock knock = Knock.of(query);
    knock.near(clock);
    return knock;
  }

  private Answer kept(Inbound inbound) {
    try {
      keep.accept(inbound);
      return Answer.taken();
    } catch (RuntimeException e) {
      LOG.error("A message of WeCom could not be kept.", e);
      return new RefusedException(Refusal.NOT_KEPT).answer();
    }
  }
}
