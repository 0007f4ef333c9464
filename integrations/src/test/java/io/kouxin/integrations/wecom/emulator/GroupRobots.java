package io.kouxin.integrations.wecom.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Robots of groups (pages 99110 and 91770): whoever has the key may speak, 20 times a minute and
 * 4096 bytes of Markdown at a time. No token is asked for.
 */
public final class GroupRobots {
  static final String PATH = "webhook/send";

  /** The robot that is there from the start. */
  public static final String KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

  private static final int A_MINUTE = 20;
  private static final int MOST_TEXT = 2048;
  private static final int MOST_MARKDOWN = 4096;
  private static final Set<String> KINDS = Set.of("text", "markdown", "markdown_v2");
  private final CorpClock clock;
  private final Map<String, List<Said>> robots = new HashMap<>(Map.of(KEY, new ArrayList<>()));

  GroupRobots(CorpClock clock) {
    this.clock = clock;
  }

  /** Something that a group reads. */
  public record Said(Instant at, String kind, String words) {}

  /** A group gets a robot with this key. */
  public synchronized void add(String key) {
    robots.putIfAbsent(key, new ArrayList<>());
  }

  /** Its robot leaves a group. */
  public synchronized void remove(String key) {
    robots.remove(key);
  }

  /** What the group of this robot reads, oldest first. */
  public synchronized List<Said> read(String key) {
    return List.copyOf(robots.getOrDefault(key, List.of()));
  }

  synchronized Answer say(ApiCall call) {
    List<Said> group = robots.get(call.query("key"));
    if (group == null) {
      throw Errcode.NO_SUCH_ROBOT.refusal();
    }
    Said said = accepted(call.json());
    Instant minute = clock.instant().minus(Duration.ofMinutes(1));
    if (group.stream().filter(each -> each.at().isAfter(minute)).count() >= A_MINUTE) {
      throw Errcode.TOO_OFTEN.refusal();
    }
    group.add(said);
    return Answer.ok(Map.of());
  }

  private Said accepted(Fields request) {
    String kind = request.text("msgtype");
    if (!KINDS.contains(kind)) {
      throw Errcode.INVALID_MESSAGE_TYPE.refusal();
    }
    String words = request.object(kind).text("content");
    if (words.isEmpty()) {
      throw Errcode.EMPTY_CONTENT.refusal();
    }
    int most = kind.equals("text") ? MOST_TEXT : MOST_MARKDOWN;
    if (words.getBytes(StandardCharsets.UTF_8).length > most) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
    return new Said(clock.instant(), kind, words);
  }
}
