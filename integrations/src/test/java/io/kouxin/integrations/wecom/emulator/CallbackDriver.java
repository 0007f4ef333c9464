package io.kouxin.integrations.wecom.emulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The platform's side of a callback: seals, delivers, tries again, and reads the reply. */
final class CallbackDriver implements AutoCloseable {
  private final EmulatedCorp corp;
  private final CallbackCipher cipher;
  private final Sealing sealing;
  private final CallbackSender sender = new CallbackSender();
  // Ids have 64 bits on the platform; a later run never meets those of this one.
  private final AtomicLong msgIds =
      new AtomicLong(7_000_000_000_000_000_000L + System.currentTimeMillis() * 1_000);

  CallbackDriver(EmulatedCorp corp) {
    this.corp = corp;
    this.cipher = new CallbackCipher(corp.keys());
    this.sealing = new Sealing(cipher, corp.app().corpId());
  }

  CallbackSender sender() {
    return sender;
  }

  Delivery deliver(Happening what, Manner manner) {
    Instant now = corp.clock().instant();
    long msgId = msgIds.incrementAndGet();
    String plain = CallbackXml.of(what, corp.app(), now.getEpochSecond(), msgId);
    List<Delivery.Attempt> attempts = new ArrayList<>();
    int rounds = 1 + manner.redeliveries() + (isRedelivered() ? 1 : 0);
    for (int round = 0; round < rounds; round++) {
      Envelope envelope = sealing.seal(plain, manner.tampering(), now);
      String body =
          manner.tampering() == Manner.Tampering.GARBAGE
              ? "<xml>" + EmulatorConfig.letters(80)
              : envelope.body(corp.app());
      for (int replay = 0; replay <= manner.replays(); replay++) {
        attempts.addAll(sender.post(envelope.at(address(), false), body));
      }
    }
    String id = CallbackXml.isMessage(what) ? String.valueOf(msgId) : "";
    return new Delivery(id, List.copyOf(attempts), reply(attempts));
  }

  Letter letter(String plain, URI to) {
    Envelope envelope = sealing.seal(plain, Manner.Tampering.NONE, corp.clock().instant());
    return new Letter(envelope.at(to, false), envelope.body(corp.app()));
  }

  Verification verify() {
    String echo = String.valueOf(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    Envelope envelope = sealing.seal(echo, Manner.Tampering.NONE, corp.clock().instant());
    Delivery.Attempt attempt = sender.get(envelope.at(address(), true));
    return new Verification(attempt.body().equals(echo), attempt.millis(), attempt.status());
  }

  private URI address() {
    return corp.callback()
        .orElseThrow(() -> new IllegalStateException("No callback address is set."));
  }

  private boolean isRedelivered() {
    return ThreadLocalRandom.current().nextDouble() < corp.faults().redeliveryRate();
  }

  private Optional<String> reply(List<Delivery.Attempt> attempts) {
    return attempts.stream()
        .filter(each -> each.isAccepted() && !each.body().isBlank())
        .reduce((first, second) -> second)
        .flatMap(each -> PassiveReply.read(each.body().getBytes(StandardCharsets.UTF_8), cipher));
  }

  @Override
  public void close() {
    sender.close();
  }
}
