package io.kouxin.integrations.dingtalk;

import com.dingtalk.open.app.api.DingTalkAppError;
import com.dingtalk.open.app.api.protocol.SystemCommandExecutor;
import com.dingtalk.open.app.stream.network.api.ClientConnectionListener;
import com.dingtalk.open.app.stream.network.api.Context;
import com.dingtalk.open.app.stream.protocol.CommandType;
import com.dingtalk.open.app.stream.protocol.ProtocolRequestFacade;
import com.dingtalk.open.app.stream.protocol.callback.CallbackResponsePayload;
import com.dingtalk.open.app.stream.protocol.event.AckPayload;
import com.dingtalk.open.app.stream.protocol.event.EventAckStatus;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What arrives on the sockets. Pings are answered at once on the socket's thread; everything else
 * goes to the lane of its kind, and is answered when it is kept: 200, or 500 (a callback) and LATER
 * (an event) when it is not, so that DingTalk knows. An unknown topic gets 404.
 */
final class Frames implements ClientConnectionListener, AutoCloseable {
  private static final int PLACES = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private final Pushes pushes;
  private final Clock clock;
  private final Sockets sockets;
  private final RareLog log;
  private final SystemCommandExecutor system = new SystemCommandExecutor();
  private final Lane messages = new Lane("messages", PLACES, PATIENCE);
  private final Lane cards = new Lane("cards", PLACES, PATIENCE);
  private final Lane events = new Lane("events", PLACES, PATIENCE);
  private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

  Frames(Pushes pushes, Clock clock, Sockets sockets) {
    this.pushes = pushes;
    this.clock = clock;
    this.sockets = sockets;
    this.log = new RareLog(clock);
  }

  /** What the sockets themselves have to know. */
  interface Sockets {
    /** DingTalk will close this one, and pushes nothing to it any more. */
    void announced(String connectionId);

    /** This one is closed. */
    void closed(String connectionId);
  }

  /** When anything was last heard. */
  Optional<Instant> lastHeard() {
    return Optional.ofNullable(last.get());
  }

  /** How many pushes wait to be kept. */
  int waiting() {
    return messages.waiting() + cards.waiting() + events.waiting();
  }

  @Override
  public void receive(Context context) {
    last.set(clock.instant());
    ProtocolRequestFacade request = context.getRequest();
    CommandType type = request.getType();
    if (type == null || request.getMessageId() == null) {
      log.warn("a frame without type or message id was put aside: nobody can answer it");
      return;
    }
    try {
      switch (type) {
        case SYSTEM -> system(context);
        case CALLBACK -> callback(context);
        case EVENT -> events.add(() -> event(context));
      }
    } catch (RejectedExecutionException e) {
      log.warn("too much waits to be kept, DingTalk was told so");
      notKept(context, e);
    }
  }

  @Override
  public void onDisConnection(String connectionId) {
    sockets.closed(connectionId);
  }

  private void system(Context context) {
    if ("disconnect".equals(context.getRequest().getTopic())) {
      sockets.announced(context.connectionId());
    } else {
      system.execute(context);
    }
  }

  private void callback(Context context) {
    String topic = String.valueOf(context.getRequest().getTopic());
    switch (topic) {
      case Opening.ROBOT -> messages.add(() -> robot(context));
      case Opening.CARD -> cards.add(() -> card(context));
      default -> {
        log.warn("a push with an unknown topic was answered with 404");
        context.exception(DingTalkAppError.TOPIC_NOT_EXIST.toException(topic));
      }
    }
  }

  private void robot(Context context) {
    try {
      pushes.robot(json(context));
      context.replay(new CallbackResponsePayload());
    } catch (RuntimeException | StackOverflowError e) {
      notKept(context, e);
    }
  }

  private void card(Context context) {
    try {
      CallbackResponsePayload payload = new CallbackResponsePayload();
      payload.setResponse(GSON.fromJson(pushes.card(json(context)), Map.class));
      context.replay(payload);
    } catch (RuntimeException | StackOverflowError e) {
      notKept(context, e);
    }
  }

  private void event(Context context) {
    try {
      ProtocolRequestFacade request = context.getRequest();
      String eventId = header(request, "eventId");
      pushes.event(
          eventId.isEmpty() ? request.getMessageId() : eventId,
          header(request, "eventType"),
          header(request, "eventCorpId"),
          millis(header(request, "eventBornTime")),
          json(context));
      AckPayload payload = new AckPayload();
      payload.setStatus(EventAckStatus.SUCCESS);
      context.replay(payload);
    } catch (RuntimeException | StackOverflowError e) {
      notKept(context, e);
    }
  }

  private void notKept(Context context, Throwable why) {
    log.warn("a push could not be kept: " + why.getClass().getSimpleName());
    if (context.getRequest().getType() == CommandType.EVENT) {
      AckPayload payload = new AckPayload();
      payload.setStatus(EventAckStatus.LATER);
      context.replay(payload);
    } else {
      // The client answers 500 with words of its own; ours stay here.
      context.exception(new IllegalStateException());
    }
  }

  private static String json(Context context) {
    String data = context.getRequest().getData();
    return data == null ? "{}" : data;
  }

  private static String header(ProtocolRequestFacade request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private static long millis(String text) {
    try {
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    messages.close();
    cards.close();
    events.close();
  }
}
