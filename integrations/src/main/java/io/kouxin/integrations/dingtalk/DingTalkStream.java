package io.kouxin.integrations.dingtalk;

import com.dingtalk.open.app.stream.network.api.EndPointConnection;
import com.dingtalk.open.app.stream.network.api.Session;
import com.dingtalk.open.app.stream.network.core.Connector;
import io.kouxin.integrations.channel.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DingTalk's Stream: one outgoing WebSocket on which DingTalk pushes messages, taps and events
 * (DP:learn/stream/protocol). It is kept open for as long as this is: a connection that DingTalk
 * announces to close, that breaks, or on which nothing is heard, is replaced. A replacement opens
 * before the old connection closes wherever that is possible.
 *
 * <p>Wire, frames, keep-alive and answers are the official client's ({@code app-stream-client}),
 * used one level below its {@code OpenDingTalkClient}. That one reconnects every five seconds for
 * ever, waits six hours for an answer of {@code open}, says nothing about its state, keeps pings
 * behind slow work, mixes the order of messages over its threads and drops what does not fit in its
 * queue. Here each kind has one thread, see {@link Pushes}.
 *
 * <p>A frame that is no JSON and a frame without type or message id are not answered, and the next
 * ones are read. A frame above 256 KiB ends the connection; another one is opened.
 *
 * <p>The client's network threads are no daemons and never end: a program that has opened a Stream
 * ends by {@code System.exit} or a signal. Its loggers, {@code com.dingtalk.open.app} and {@code
 * shade.io.netty}, say every trouble at ERROR and may quote what people wrote; they belong OFF.
 */
public final class DingTalkStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DingTalkStream.class);

  private static final long CONNECT_MILLIS = 5_000;
  private static final long KEEP_ALIVE_MILLIS = 30_000;

  /** DingTalk closes an announced connection after about ten seconds; later we do. */
  private static final Duration LEAVE = Duration.ofSeconds(20);

  private final Clock clock;
  private final StreamSettings settings;
  private final Opening opening;
  private final Frames frames;
  private final RareLog log;
  private final ExecutorService dialer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("dingtalk-dial").factory());

  private final Object lock = new Object();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private final List<Line> leaving = new ArrayList<>();
  private Optional<Line> line = Optional.empty();
  private String announcedEarly = "";
  private boolean dialing;
  private boolean refused;
  private boolean over;
  private String reason = "";

  /** Not yet connected: {@link #start} does that. */
  public DingTalkStream(StreamSettings settings, Pushes pushes, Clock clock) {
    this.clock = clock;
    this.settings = settings;
    this.opening = new Opening(settings);
    this.log = new RareLog(clock);
    this.frames = new Frames(pushes, clock, new Ends());
  }

  /** A connection, and when it was opened or, for one that is to end, told so. */
  private record Line(Session session, Instant since) {}

  /** Begins; returns at once, whatever the network does. {@link #health} says how it went. */
  public void start() {
    dial();
  }

  /** Looks after the connection; to be called every few seconds. Returns at once. */
  public void tick() {
    synchronized (lock) {
      Instant now = clock.instant();
      leaving.removeIf(old -> isGone(old, now));
      if (isSilent(now)) {
        reason = "nothing was heard for " + settings.silence().toSeconds() + " s";
        dial();
      } else if (line.filter(held -> held.session().isActive()).isEmpty()) {
        dial();
      }
    }
  }

  /** How it is. */
  public StreamHealth health() {
    synchronized (lock) {
      boolean connected = line.filter(held -> held.session().isActive()).isPresent();
      return new StreamHealth(
          state(connected),
          frames.lastHeard(),
          line.filter(held -> connected).map(Line::since),
          reason);
    }
  }

  /**
   * How many pushes have arrived and wait to be kept: more than a few say that the store is slow.
   */
  public int waiting() {
    return frames.waiting();
  }

  /** Ends the connection; what has arrived is kept first, for up to two seconds a kind. */
  @Override
  public void close() {
    synchronized (lock) {
      over = true;
      line.ifPresent(held -> held.session().close());
      leaving.forEach(held -> held.session().close());
      line = Optional.empty();
      leaving.clear();
    }
    dialer.shutdownNow();
    opening.close();
    frames.close();
  }

  private StreamHealth.State state(boolean connected) {
    if (connected) {
      return isSilent(clock.instant()) ? StreamHealth.State.SILENT : StreamHealth.State.OPEN;
    }
    if (refused) {
      return StreamHealth.State.REFUSED;
    }
    return reason.isEmpty() ? StreamHealth.State.STARTING : StreamHealth.State.DOWN;
  }

  private boolean isSilent(Instant now) {
    Instant heard = frames.lastHeard().orElse(Instant.EPOCH);
    return line.map(held -> held.since().isAfter(heard) ? held.since() : heard)
        .filter(last -> last.plus(settings.silence()).isBefore(now))
        .isPresent();
  }

  private static boolean isGone(Line old, Instant now) {
    if (old.since().plus(LEAVE).isBefore(now)) {
      old.session().close();
    }
    return !old.session().isActive();
  }

  /** Tries to connect, unless that is under way or too soon. */
  private void dial() {
    synchronized (lock) {
      Instant now = clock.instant();
      if (over || dialing || !backoff.isDue(now)) {
        return;
      }
      backoff.tried(now);
      try {
        dialing = true;
        dialer.execute(this::connect);
      } catch (RejectedExecutionException e) {
        dialing = false;
      }
    }
  }

  private void connect() {
    try {
      connected(connection(opening.ask()));
    } catch (NotOpenException e) {
      failed(e.reason(), e.isRefused());
    } catch (InterruptedException e) {
      failed("interrupted", false);
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed("a bug: " + e.getClass().getSimpleName(), false);
    }
  }

  private Session connection(EndPointConnection at) throws NotOpenException, InterruptedException {
    // The client finds its own parts through this thread's loader, once, and never looks again.
    Thread.currentThread().setContextClassLoader(Connector.class.getClassLoader());
    try {
      // The second time ends the handshake, so that no socket is left that nobody holds.
      return Connector.connect(at, frames, CONNECT_MILLIS, CONNECT_MILLIS, KEEP_ALIVE_MILLIS);
    } catch (InterruptedException e) {
      throw e;
    } catch (TimeoutException e) {
      throw NotOpenException.broken(
          at.getEndPoint().getHost() + " did not open a WebSocket within 5 s");
    } catch (Exception e) {
      throw NotOpenException.broken(
          at.getEndPoint().getHost() + " opened no WebSocket: " + e.getClass().getSimpleName());
    }
  }

  private void connected(Session fresh) {
    synchronized (lock) {
      dialing = false;
      if (over) {
        fresh.close();
        return;
      }
      line.ifPresent(old -> old.session().close());
      line = Optional.of(new Line(fresh, clock.instant()));
      refused = false;
      reason = "";
      LOG.info("DingTalk Stream is open");
    }
    // Both may have happened before we had it.
    if (!fresh.isActive()) {
      new Ends().closed(fresh.getId());
    } else if (isAnnouncedEarly(fresh)) {
      new Ends().announced(fresh.getId());
    }
  }

  private boolean isAnnouncedEarly(Session fresh) {
    synchronized (lock) {
      return announcedEarly.equals(fresh.getId());
    }
  }

  private void failed(String why, boolean refusal) {
    synchronized (lock) {
      dialing = false;
      refused = refusal;
      reason = why;
      backoff.failed(clock.instant());
      if (!over) {
        log.warn(why);
      }
    }
  }

  /** What happens to sockets. */
  private final class Ends implements Frames.Sockets {

    @Override
    public void announced(String connectionId) {
      synchronized (lock) {
        announcedEarly = connectionId;
        ended(connectionId, "DingTalk is about to close the connection")
            .ifPresent(old -> leaving.add(new Line(old.session(), clock.instant())));
      }
    }

    @Override
    public void closed(String connectionId) {
      ended(connectionId, "the connection broke");
    }

    private Optional<Line> ended(String connectionId, String why) {
      synchronized (lock) {
        Optional<Line> mine = line.filter(held -> held.session().getId().equals(connectionId));
        if (mine.isPresent()) {
          Instant now = clock.instant();
          backoff.ended(mine.get().since(), now);
          line = Optional.empty();
          reason = why;
          dial();
        }
        return mine;
      }
    }
  }
}
