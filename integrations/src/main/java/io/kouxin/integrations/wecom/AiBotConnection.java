package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Backoff;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Leases;
import io.kouxin.integrations.wecom.ConnectionHealth.State;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The long connection of an AI bot (document 101463). WeCom lets a bot have one: whoever subscribes
 * next ends it. So one node holds it by a lease, the others stand by, and when somebody else has
 * connected as this bot, it stops and says so. A secret that WeCom does not accept stops it, too.
 * What breaks is opened again, the pauses growing.
 */
public final class AiBotConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AiBotConnection.class);

  /** As often as WeCom's own client; after two without an answer the connection is dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private static final int MISSED = 2;

  /** WeCom counts subscriptions: whoever tried too often tries a minute later. */
  private static final Duration TOO_OFTEN = Duration.ofSeconds(60);

  private static final Duration BRIEF = Duration.ofMinutes(1);
  private final BotLogin login;
  private final HttpClient http;
  private final Clock clock;
  private final Tenure tenure;
  private final BotPushes pushes;
  private final ExecutorService dialer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("wecom-aibot-dial").factory());

  private final Object lock = new Object();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private Optional<BotSocket> socket = Optional.empty();
  private State state = State.STARTING;
  private String reason = "";
  private Instant since;
  private Instant notBefore = Instant.EPOCH;
  private Instant pinged = Instant.EPOCH;
  private Optional<Instant> heard = Optional.empty();
  private int unanswered;
  private boolean dialing;
  private boolean over;

  /**
   * Not yet connected: {@link #tick} does that.
   *
   * @param keep returns once the message is kept durably
   * @param leases by which one node of all holds the connection
   */
  public AiBotConnection(
      BotLogin login, BotTalk talk, Consumer<Inbound> keep, Leases leases, HttpClient http) {
    this.login = login;
    this.http = http;
    this.clock = talk.clock();
    this.since = clock.instant();
    this.tenure = new Tenure(leases, login.botId(), clock);
    this.pushes = new BotPushes(new BotReading(login.botId(), clock), talk.windows(), keep);
  }

  /** Looks after lease and connection; to be called every second, by one thread at a time. */
  public void tick() {
    synchronized (tenure) {
      synchronized (lock) {
        if (over) {
          return;
        }
      }
      boolean ours = tenure.isOurs();
      synchronized (lock) {
        if (ours) {
          hold();
        } else {
          standBy();
        }
      }
    }
  }

  private void hold() {
    Instant now = clock.instant();
    if (state == State.STANDBY) {
      become(State.STARTING, "");
    }
    if (state == State.REFUSED || state == State.KICKED) {
      return;
    }
    if (state == State.OPEN) {
      heartbeat(now);
    } else if (!dialing && socket.isEmpty() && backoff.isDue(now) && !now.isBefore(notBefore)) {
      backoff.tried(now);
      dialing = true;
      later(this::connect);
    }
  }

  private void standBy() {
    if (state != State.STANDBY) {
      become(State.STANDBY, "");
      socket.ifPresent(open -> later(() -> open.close("another node holds the connection")));
      socket = Optional.empty();
    }
  }

  private void heartbeat(Instant now) {
    if (now.isBefore(pinged.plus(HEARTBEAT))) {
      return;
    }
    pinged = now;
    BotSocket open = socket.orElseThrow();
    if (unanswered >= MISSED) {
      later(() -> open.close("WeCom gave no sign of life for a minute"));
      return;
    }
    unanswered++;
    later(() -> ping(open));
  }

  private void ping(BotSocket open) {
    try {
      open.ping(id("ping"), this::answered);
    } catch (ChannelException.Retry broken) {
      LOG.debug("The AI bot's connection broke at a ping");
    }
  }

  private void answered() {
    synchronized (lock) {
      unanswered = 0;
    }
  }

  private void connect() {
    try {
      BotSocket fresh = BotSocket.open(http, login.url(), new Ears());
      synchronized (lock) {
        socket = Optional.of(fresh);
      }
      subscribed(fresh, fresh.ask("aibot_subscribe", id("aibot_subscribe"), subscription()));
    } catch (ChannelException | TimeoutException e) {
      failed("WeCom did not answer in time");
    } catch (ExecutionException e) {
      failed(login.url().getHost() + " opened no WebSocket");
    } catch (InterruptedException e) {
      failed("interrupted");
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed("a bug: " + e.getClass().getSimpleName());
    } finally {
      synchronized (lock) {
        dialing = false;
      }
    }
  }

  private JsonObject subscription() {
    var body = new JsonObject();
    body.addProperty("bot_id", login.botId());
    body.addProperty("secret", login.secret());
    return body;
  }

  private void subscribed(BotSocket fresh, Answer answer) {
    if (answer.code() == 0) {
      opened(fresh);
      return;
    }
    String words = String.valueOf(answer.exception().getMessage());
    if (answer.trouble().filter(kind -> kind == Trouble.Kind.LATER).isPresent()) {
      synchronized (lock) {
        boolean often = answer.code() == Trouble.FREQUENCY.code();
        notBefore = often ? clock.instant().plus(TOO_OFTEN) : notBefore;
        failed(words);
      }
      return;
    }
    stop(State.REFUSED, words);
  }

  private void opened(BotSocket fresh) {
    synchronized (lock) {
      if (over || state == State.STANDBY || !socket.equals(Optional.of(fresh))) {
        later(() -> fresh.close("not wanted any more"));
        return;
      }
      unanswered = 0;
      pinged = clock.instant();
      become(State.OPEN, "");
      LOG.info("The connection of WeCom's AI bot is open");
    }
  }

  private void failed(String why) {
    synchronized (lock) {
      drop();
      backoff.failed(clock.instant());
      if (!over && state != State.STANDBY) {
        LOG.warn("The AI bot is not connected to WeCom: {}", why);
        become(State.DOWN, why);
      }
    }
  }

  /** Nothing is tried any more until this starts anew. */
  private void stop(State end, String why) {
    synchronized (lock) {
      drop();
      if (!over && state != State.STANDBY) {
        LOG.error("The AI bot's connection is given up ({}): {}", end, why);
        become(end, why);
      }
    }
  }

  private void drop() {
    socket.ifPresent(open -> later(() -> open.close("given up")));
    socket = Optional.empty();
  }

  private void become(State next, String why) {
    boolean same = state == next;
    state = next;
    reason = why;
    since = same ? since : clock.instant();
  }

  private void later(Runnable work) {
    try {
      dialer.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("The AI bot's connection has ended");
    }
  }

  /** How it is. */
  public ConnectionHealth health() {
    synchronized (lock) {
      return new ConnectionHealth(state, heard, reason);
    }
  }

  /** How many pushes have arrived and wait to be kept. */
  public int waiting() {
    return pushes.waiting();
  }

  BotVoice.Presence presence() {
    synchronized (lock) {
      return switch (state) {
        case OPEN -> BotVoice.Presence.HERE;
        case STARTING, STANDBY -> BotVoice.Presence.NOT_YET;
        case DOWN ->
            since.plus(BRIEF).isAfter(clock.instant())
                ? BotVoice.Presence.NOT_YET
                : BotVoice.Presence.NOWHERE;
        case REFUSED, KICKED -> BotVoice.Presence.NOWHERE;
      };
    }
  }

  /** Asks under an id of our own. */
  Answer ask(String command, JsonObject body) throws ChannelException {
    return ask(command, id(command), body);
  }

  /** Answers what WeCom pushed under this id. */
  Answer ask(String command, String id, JsonObject body) throws ChannelException {
    Optional<BotSocket> open;
    synchronized (lock) {
      open = state == State.OPEN ? socket : Optional.empty();
    }
    return open.orElseThrow(
            () -> new ChannelException.Retry(Duration.ofSeconds(1), "The AI bot is not connected"))
        .ask(command, id, body);
  }

  private static String id(String command) {
    return command + "_" + UUID.randomUUID();
  }

  /** Ends the connection, and gives the lease back; what has arrived is kept first. */
  @Override
  public void close() {
    Optional<BotSocket> last;
    synchronized (lock) {
      over = true;
      last = socket;
      socket = Optional.empty();
    }
    last.ifPresent(open -> open.close("the service stops"));
    dialer.shutdownNow();
    pushes.close();
    synchronized (tenure) {
      tenure.end();
    }
  }

  private final class Ears implements BotSocket.Ears {
    @Override
    public void frame(String command, String id, Told body) {
      boolean kicked = body.object("event").text("eventtype").equals("disconnected_event");
      if (kicked) {
        stop(State.KICKED, "another connection of this bot has taken over");
      } else if (command.equals("aibot_msg_callback") || command.equals("aibot_event_callback")) {
        pushes.take(id, body);
      }
    }

    @Override
    public void heard() {
      synchronized (lock) {
        heard = Optional.of(clock.instant());
      }
    }

    @Override
    public void closed(BotSocket ended, String why) {
      synchronized (lock) {
        if (socket.equals(Optional.of(ended)) && state == State.OPEN) {
          socket = Optional.empty();
          backoff.ended(since, clock.instant());
          LOG.warn("The AI bot's connection ended: {}", why);
          become(State.DOWN, why);
        }
      }
    }
  }
}
