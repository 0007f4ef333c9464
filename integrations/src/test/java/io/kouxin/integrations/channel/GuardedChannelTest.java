package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedChannelTest {
  private static final Outbound WORDS = new Outbound.Reply("r1", "已存好。");
  private static final Limits LIMITS =
      new Limits(26, 30, 112, 6, 5, 26, 20, 6, 10, 3, 2048, true, true);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration REMEMBERED = Duration.ofMinutes(7);
  private final Guards guards = Guards.of(Duration.ofMillis(500), PAUSE);
  private final Scripted behind = new Scripted();
  private final GuardedChannel guarded = new GuardedChannel(behind, guards);

  @AfterEach
  void close() {
    behind.hold.countDown();
    guarded.close();
  }

  /** Does what a test wrote down, then answers with the message's key. */
  private static final class Scripted implements Channel {
    private final Deque<Callable<String>> script = new ArrayDeque<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);
    private volatile boolean slowMedia;

    void fail(int times, Exception failure) {
      for (int i = 0; i < times; i++) {
        script.add(
            () -> {
              throw failure;
            });
      }
    }

    @Override
    public String name() {
      return "chat";
    }

    @Override
    public Limits limits() {
      return LIMITS;
    }

    @Override
    public Pace pace() {
      return new Pace(25, 900);
    }

    @Override
    public Duration remembers(Outbound message) {
      return REMEMBERED;
    }

    @Override
    public int parts(Outbound message) {
      return 3;
    }

    @Override
    public Delivered deliver(String recipient, Outbound message) throws ChannelException {
      calls.incrementAndGet();
      Callable<String> next = script.poll();
      try {
        return Delivered.of(next == null ? message.key() : next.call());
      } catch (ChannelException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
      if (slowMedia) {
        try {
          hold.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      throw new ChannelException.Refused("nothing there");
    }
  }

  private ChannelException.Retry retryOf(Duration after, String reason) {
    return new ChannelException.Retry(after, reason);
  }

  private String deliver() throws ChannelException {
    return guarded.deliver("wanglei", WORDS).handle();
  }

  private void waits(Duration after, String reason) {
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(this::deliver)
        .satisfies(e -> assertThat(e.after()).isEqualTo(after))
        .withMessageContaining(reason);
  }

  private CircuitBreaker breaker() {
    return guards.breakers().circuitBreaker("chat-deliver");
  }

  @Test
  void is_the_channel_behind_it() {
    assertThat(guarded.parts(WORDS)).isEqualTo(3);
    assertThat(guarded.pace()).isEqualTo(new Pace(25, 900));
    assertThat(guarded.limits()).isEqualTo(LIMITS);
  }

  @Test
  void tries_once_more_where_nothing_has_left() throws ChannelException {
    behind.fail(1, retryOf(Duration.ofSeconds(1), "no connection"));
    assertThat(deliver()).isEqualTo("r1");
    assertThat(behind.calls).hasValue(2);
  }

  @Test
  void tries_only_once_more_and_never_what_may_have_left() {
    behind.fail(2, retryOf(Duration.ofSeconds(1), "no connection"));
    waits(Duration.ofSeconds(1), "no connection");
    assertThat(behind.calls).hasValue(2);
    behind.fail(1, retryOf(Duration.ofSeconds(10), "no answer in time"));
    waits(Duration.ofSeconds(10), "no answer in time");
    assertThat(behind.calls).hasValue(3);
  }

  @Test
  void leaves_a_platform_alone_that_is_away_and_says_why() {
    behind.fail(20, retryOf(Duration.ofMinutes(5), "wrong secret"));
    for (int i = 0; i < 10; i++) {
      waits(Duration.ofMinutes(5), "wrong secret");
    }
    waits(PAUSE, "wrong secret");
    assertThat(behind.calls).hasValue(10);
    assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
  }

  @Test
  void comes_back_when_the_platform_does() throws ChannelException {
    breaker().transitionToOpenState();
    breaker().transitionToHalfOpenState();
    for (int i = 0; i < 3; i++) {
      assertThat(deliver()).isEqualTo("r1");
    }
    assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void refusals_and_bugs_do_not_stop_the_others() {
    behind.fail(30, new ChannelException.Refused("no such member"));
    for (int i = 0; i < 30; i++) {
      assertThatExceptionOfType(ChannelException.Refused.class).isThrownBy(this::deliver);
    }
    behind.fail(30, new IllegalArgumentException("bug"));
    for (int i = 0; i < 30; i++) {
      assertThatIllegalArgumentException().isThrownBy(this::deliver).withMessage("bug");
    }
    assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void a_call_without_an_end_ends() {
    behind.script.add(
        () -> {
          behind.hold.await();
          return "too late";
        });
    assertThatExceptionOfType(ChannelException.Doubtful.class)
        .isThrownBy(this::deliver)
        .satisfies(e -> assertThat(e.remembered()).isEqualTo(REMEMBERED))
        .withMessage("It may have arrived: A call took longer than PT0.5S");
  }

  @Test
  void a_download_without_an_end_may_be_asked_for_again() {
    behind.slowMedia = true;
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> guarded.fetch(new MediaRef.Remote("large", ""), 10))
        .withMessageContaining("longer than PT0.5S");
  }

  @Test
  void whoever_waits_for_a_turn_says_nothing_about_the_platform() {
    behind.fail(30, new ChannelException.Wait(Duration.ofMillis(900), Duration.ofMillis(50), "x"));
    for (int i = 0; i < 30; i++) {
      assertThatExceptionOfType(ChannelException.Wait.class).isThrownBy(this::deliver);
    }
    assertThat(behind.calls).as("and is not tried again at once").hasValue(30);
    assertThat(breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void whoever_is_stopped_after_it_left_does_not_know_whether_it_arrived() throws Exception {
    behind.script.add(
        () -> {
          behind.hold.await();
          return "too late";
        });
    var stopped = new AtomicBoolean();
    Thread sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  assertThatExceptionOfType(ChannelException.Doubtful.class)
                      .isThrownBy(this::deliver)
                      .withMessageContaining("stopped");
                  stopped.set(Thread.currentThread().isInterrupted());
                });
    while (behind.calls.get() == 0) {
      Thread.onSpinWait();
    }
    sender.interrupt();
    sender.join();
    assertThat(stopped).isTrue();
  }

  @Test
  void an_open_breaker_for_words_lets_files_through() {
    breaker().transitionToOpenState();
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> guarded.fetch(new MediaRef.Remote("none", ""), 10));
  }

  @Test
  void whoever_is_stopped_while_sending_stays_stopped() throws Exception {
    behind.script.add(
        () -> {
          behind.hold.await();
          return "too late";
        });
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> stopped =
          threads.submit(
              () -> {
                Thread.currentThread().interrupt();
                assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(this::deliver);
                return Thread.currentThread().isInterrupted();
              });
      assertThat(stopped.get()).isTrue();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
