package io.kouxin.bot.walk;

import io.kouxin.integrations.wecom.emulator.Delivery;
import io.kouxin.integrations.wecom.emulator.Manner;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import io.kouxin.integrations.wecom.emulator.Tap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A member who sends one message after the other while the service is killed. What was not
 * acknowledged comes again under the same id until it is, and some of what was comes again too.
 */
final class CrowdMember {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final String user;
  private final int person;
  private final Crowd crowd;
  private final Random random;
  private final List<Said> acknowledged = new ArrayList<>();
  private final List<Long> millis = new ArrayList<>();
  private int refused;
  private int repeated;

  /**
   * What members share.
   *
   * @param lives of the service
   * @param form how much is said, and how long a life is
   */
  record Crowd(Corp corp, ServiceProcess service, Lives lives, DoorKillTest.Form form) {}

  CrowdMember(int person, Crowd crowd, long seed) {
    this.person = person;
    this.user = "Rep%03d".formatted(person);
    this.crowd = crowd;
    this.random = new Random(seed + person);
  }

  String user() {
    return user;
  }

  /** In the order in which they were acknowledged. */
  List<Said> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** How long the door took over each. */
  List<Long> millis() {
    return List.copyOf(millis);
  }

  /** Deliveries without an acknowledgement. */
  int refused() {
    return refused;
  }

  /** Deliveries of what was acknowledged before. */
  int repeated() {
    return repeated;
  }

  /** All messages, spread over the lives of the service; then a tap. */
  void talk() throws InterruptedException {
    DoorKillTest.Form form = crowd.form();
    for (int number = 0; number < form.each(); number++) {
      crowd.lives().await(1 + number * (form.kills() + 1) / form.each());
      pause(form);
      var said = new Said(user, number, person, Instant.now().getEpochSecond());
      bring(said);
      acknowledged.add(said);
      if (random.nextInt(100) < form.percentAgain()) {
        repeated++;
        bring(acknowledged.get(random.nextInt(acknowledged.size())));
      }
    }
    tap();
  }

  /** So that what one says in a life fills it, and the kill finds some on their way. */
  private void pause(DoorKillTest.Form form) {
    long perLife = Math.max(1, form.each() / (form.kills() + 1));
    LockSupport.parkNanos(random.nextLong(form.life().toNanos() * 2 / perLife));
  }

  private void bring(Said said) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      crowd.service().client();
      Delivery delivery = crowd.corp().emulator().inject(said.happening());
      if (delivery.isAccepted()) {
        millis.add(delivery.attempts().getLast().millis());
        return;
      }
      refused++;
    }
    throw new AssertionError("never taken: " + said);
  }

  /** Confirms the first memo; the tap comes twice. */
  private void tap() {
    Await.until("a tap of " + user, PATIENCE, () -> card().filter(this::tapped).isPresent());
  }

  private boolean tapped(SentMessage card) {
    crowd.service().client();
    String key = card.shownTo(user).orElseThrow().keys().getFirst();
    if (!key.startsWith("ok|")) {
      throw new AssertionError(card.content().keys().toString());
    }
    var tap = Tap.of(card.msgId(), user, key);
    return crowd.corp().emulator().tap(tap, Manner.redelivered(1)).isAccepted();
  }

  private Optional<SentMessage> card() {
    return crowd.corp().chat(user).stream()
        .filter(sent -> sent.content().taskId().startsWith("card@"))
        .findFirst();
  }
}
