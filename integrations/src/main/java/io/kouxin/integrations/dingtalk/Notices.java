package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Pieces;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work notifications in place of what the robot cannot say. They carry the minute, because DingTalk
 * shows the same words to one person once a day. One key is said once, as far as this process
 * remembers. Safe for many threads.
 */
final class Notices {
  private static final int REMEMBERED = 1_000;

  /** A message has 2048 bytes with its JSON; the rest is for that and the minute. */
  private static final int MOST_JSON = 1_940;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private final Optional<WorkNotification> work;
  private final Clock clock;
  private final Map<String, Delivered> said = new Recent<>(REMEMBERED);

  Notices(Optional<WorkNotification> work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  /**
   * Says it there.
   *
   * @return empty if there is no such way, or nothing to say
   */
  Optional<Delivered> say(Recipient recipient, String key, String text) throws ChannelException {
    if (work.isEmpty() || recipient.group() || text.isBlank()) {
      return Optional.empty();
    }
    String name = recipient.name() + '\n' + key;
    synchronized (said) {
      if (said.get(name) instanceof Delivered before) {
        return Optional.of(before);
      }
    }
    Delivered now = sent(work.get(), recipient.name(), text.strip());
    synchronized (said) {
      said.put(name, now);
    }
    return Optional.of(now);
  }

  private Delivered sent(WorkNotification work, String person, String text)
      throws ChannelException {
    List<String> receipts = new ArrayList<>();
    for (String piece : pieces(text)) {
      String task = work.send(person, piece + "\n" + MINUTE.format(clock.instant()));
      work.insistOnShown(task, person);
      receipts.add(Receipts.work(task));
    }
    return new Delivered("", Delivered.Way.NOTICE, receipts);
  }

  private static List<String> pieces(String text) {
    int room = MOST_JSON;
    List<String> pieces = Pieces.of(text, room);
    while (pieces.stream().anyMatch(Notices::tooLong)) {
      room /= 2;
      pieces = Pieces.of(text, room);
    }
    return pieces;
  }

  private static boolean tooLong(String piece) {
    return Saying.text(piece).content().toString().getBytes(UTF_8).length > MOST_JSON;
  }
}
