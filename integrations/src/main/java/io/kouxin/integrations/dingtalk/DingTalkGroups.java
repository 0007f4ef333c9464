package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.GroupChannel;
import io.kouxin.integrations.channel.GroupRobot;
import io.kouxin.integrations.channel.GroupWords;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Custom robots of DingTalk's groups (KB:custom-robots-send-group-messages). Their address holds a
 * token; a secret that begins with SEC signs what they say. They know repeats by {@code msgUuid}.
 */
public final class DingTalkGroups implements GroupChannel {
  /** The channel's name. */
  public static final String NAME = DingTalk.NAME + "-group";

  /** A body holds 20,000 bytes, and escapes make words longer. */
  public static final Limits LIMITS =
      new Limits(40, 60, 500, 12, 8, 60, 0, 0, 12, 0, 8_000, false, false);

  /** 20 messages a minute for each robot; the 21st silences it for ten. */
  public static final Pace PACE = new Pace(20, 1200);

  private static final String PATH = "/robot/send";
  private static final Pattern TOKEN = Pattern.compile("access_token=([0-9A-Za-z_-]{8,128})");
  private static final Pattern SECRET = Pattern.compile("SEC[0-9A-Za-z]{8,128}");
  private static final int TITLE = 20;
  private final DingTalkApi api;
  private final Function<String, Optional<GroupRobot>> known;
  private final Clock clock;

  /**
   * Through this API.
   *
   * @param known the robot of a recipient; empty if there is none any more
   */
  public DingTalkGroups(
      DingTalkApi api, Function<String, Optional<GroupRobot>> known, Clock clock) {
    this.api = api;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public int parts(Outbound message) {
    return GroupWords.parts(message, LIMITS.textBytes());
  }

  @Override
  public GroupRobot robot(String address, String secret) {
    String begin = api.account().oapi() + PATH;
    if (!address.startsWith(begin + '?')) {
      throw new IllegalArgumentException("The address of a group's robot begins with " + begin);
    }
    if (!TOKEN.matcher(address.substring(begin.length() + 1)).matches()) {
      throw new IllegalArgumentException(
          "The address of a group's robot ends with access_token= and the token, and nothing else.");
    }
    if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "The secret of a group's robot begins with SEC, and has only letters and digits.");
    }
    return new GroupRobot(NAME, address, secret);
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    String words = GroupWords.of(message);
    GroupRobot robot =
        known
            .apply(recipient)
            .orElseThrow(() -> new ChannelException.Refused("This group has no robot any more"));
    int number = 0;
    for (String piece : GroupWords.pieces(words, LIMITS.textBytes())) {
      String key = recipient + '\n' + message.key() + '#' + number++;
      api.customRobot(signed(robot), body(key, piece)).orThrow();
    }
    return number == 0 ? Delivered.SILENTLY : Delivered.of("");
  }

  private static JsonObject body(String key, String words) {
    String title = LIMITS.cut(words.lines().findFirst().orElse("…"), TITLE);
    JsonObject body = Saying.markdown(title, Markdown.of(words)).webhook().orElseThrow().deepCopy();
    body.addProperty("msgUuid", UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString());
    return body;
  }

  private URI signed(GroupRobot robot) {
    if (robot.secret().isEmpty()) {
      return URI.create(robot.address());
    }
    String timestamp = String.valueOf(clock.millis());
    String sign = URLEncoder.encode(new RobotSign(robot.secret()).of(timestamp), UTF_8);
    return URI.create(robot.address() + "&timestamp=" + timestamp + "&sign=" + sign);
  }
}
