package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Events that nobody took at our door in HTTP mode, although DingTalk brought them three times
 * (KB:obtain-the-event-list-of-failed-push-messages). The list forgets what it answers, at most 200
 * at a time: there is nothing else to acknowledge. For one node at a time.
 */
public final class MissedEvents {
  private static final String LIST = "/call_back/get_call_back_failed_result";

  /** So many pages at once; what is left comes the next time. */
  private static final int PAGES = 50;

  private final DingTalkApi api;
  private final Consumer<Inbound> keep;
  private final Clock clock;
  private final Deque<Inbound> held = new ArrayDeque<>();

  /**
   * Through this API.
   *
   * @param keep keeps a message durably, and one that comes again once
   */
  public MissedEvents(DingTalkApi api, Consumer<Inbound> keep, Clock clock) {
    this.api = api;
    this.keep = keep;
    this.clock = clock;
  }

  /**
   * Fetches and keeps what was missed, the oldest of each page first. What the store does not take
   * is held here until it does, and the list is left alone meanwhile: it forgets what it answers.
   *
   * @return how many events were kept
   */
  public synchronized int fetch() throws ChannelException {
    int kept = keepHeld();
    for (int page = 0; page < PAGES; page++) {
      Fields answer = api.ask(LIST).orThrow();
      List<Fields> failed = answer.objects("failed_list");
      failed.stream()
          .sorted(Comparator.comparingLong(MissedEvents::millis))
          .flatMap(event -> Events.read(head(event), event(event)).stream())
          .forEach(held::add);
      kept += keepHeld();
      if (!answer.yes("has_more") || failed.isEmpty()) {
        break;
      }
    }
    return kept;
  }

  private int keepHeld() {
    int kept = 0;
    while (held.peek() instanceof Inbound next) {
      keep.accept(next);
      held.remove();
      kept++;
    }
    return kept;
  }

  private static long millis(Fields event) {
    return event.number("event_time").orElse(0);
  }

  private Events.Head head(Fields failed) {
    OptionalLong millis = failed.number("event_time");
    Instant at = millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : clock.instant();
    return new Events.Head(failed.words("call_back_tag"), "", at);
  }

  /**
   * The event as our door would have got it, so that it has the same id there and here; where the
   * list says it beside the name, the whole entry.
   */
  private static JsonObject event(Fields failed) {
    JsonElement inner = failed.packed(failed.words("call_back_tag")).json();
    return inner.getAsJsonObject().isEmpty() ? failed.json() : inner.getAsJsonObject();
  }
}
