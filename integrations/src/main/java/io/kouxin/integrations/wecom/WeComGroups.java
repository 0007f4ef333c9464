package io.kouxin.integrations.wecom;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Robots of WeCom's groups (群机器人, 消息推送; documents 99110 and 91770). Their address holds the key,
 * and they know no repeats: what left is remembered in this process.
 */
public final class WeComGroups implements GroupChannel {
  /** The channel's name. */
  public static final String NAME = WeCom.NAME + "-group";

  /** A Markdown message holds 4096 bytes. */
  public static final Limits LIMITS =
      new Limits(26, 30, 112, 6, 5, 26, 0, 0, 10, 0, 4096, false, false);

  /** 20 messages a minute for each robot. */
  public static final Pace PACE = new Pace(20, 1200);

  private static final int REMEMBERED = 1_000;
  private static final String PATH = "/cgi-bin/webhook/send";
  private static final Pattern KEY = Pattern.compile("key=([0-9A-Za-z_-]{8,128})");
  private final WeComApi api;
  private final Function<String, Optional<GroupRobot>> known;
  private final Map<String, Boolean> said = new Recent<>(REMEMBERED);

  /**
   * Through this API.
   *
   * @param known the robot of a recipient; empty if there is none any more
   */
  public WeComGroups(WeComApi api, Function<String, Optional<GroupRobot>> known) {
    this.api = api;
    this.known = known;
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
    return GroupWords.pieces(shown(message.text()), LIMITS.textBytes()).size();
  }

  @Override
  public GroupRobot robot(String address, String secret) {
    if (!address.startsWith(api.address() + PATH + '?')) {
      throw new IllegalArgumentException(
          "The address of a group's robot begins with " + api.address() + PATH);
    }
    String query = address.substring((api.address() + PATH).length() + 1);
    if (!KEY.matcher(query).matches()) {
      throw new IllegalArgumentException(
          "The address of a group's robot ends with key= and the key, and nothing else.");
    }
    if (!secret.isEmpty()) {
      throw new IllegalArgumentException("A robot of WeCom's groups has no secret.");
    }
    return new GroupRobot(NAME, address, "");
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    String words = GroupWords.of(message);
    GroupRobot robot =
        known
            .apply(recipient)
            .orElseThrow(() -> new ChannelException.Refused("This group has no robot any more"));
    if (words.isEmpty()) {
      return Delivered.SILENTLY;
    }
    int number = 0;
    for (String piece : GroupWords.pieces(shown(words), LIMITS.textBytes())) {
      once(recipient + '\n' + message.key() + '#' + number++, robot, piece);
    }
    return Delivered.of("");
  }

  private void once(String key, GroupRobot robot, String piece) throws ChannelException {
    synchronized (said) {
      if (said.containsKey(key)) {
        return;
      }
    }
    var content = new JsonObject();
    content.addProperty("content", piece);
    var body = new JsonObject();
    body.addProperty("msgtype", "markdown");
    body.add("markdown", content);
    api.webhook(URI.create(robot.address()), body).orThrow();
    synchronized (said) {
      said.put(key, true);
    }
  }

  /** People's words as they are: nothing in them becomes a heading, a link or a colour. */
  private static String shown(String words) {
    return Sayable.of(words)
        .replace('<', '＜')
        .replace('[', '［')
        .replace('*', '＊')
        .replace('`', '｀')
        .replaceAll("(?m)^(\\s*)#", "$1＃")
        .replaceAll("(?m)^(\\s*)>", "$1＞");
  }
}
