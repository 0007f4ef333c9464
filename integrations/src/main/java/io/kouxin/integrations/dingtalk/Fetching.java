package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The bytes of what people send: a code becomes an address for a while, and the address bytes
 * (KB:download-the-file-content-of-the-robot-receiving-message).
 */
final class Fetching {
  /** DingTalk's own hosts, and the object store whose addresses it hands out. */
  private static final List<String> HOSTS = List.of(".dingtalk.com", ".aliyuncs.com");

  private static final int OK = 200;
  private static final int BROKEN_FROM = 500;
  private final DingTalkApi api;

  Fetching(DingTalkApi api) {
    this.api = api;
  }

  /** All of it, refused beyond so many bytes, of which never more are read. */
  byte[] all(String downloadCode, long atMost) throws ChannelException {
    var body = new JsonObject();
    body.addProperty("downloadCode", downloadCode);
    body.addProperty("robotCode", api.account().robotCode());
    Fields answer = api.post("/v1.0/robot/messageFiles/download", body).orThrow();
    URI address =
        address(answer.words("downloadUrl"))
            .filter(this::believed)
            .orElseThrow(
                () ->
                    new ChannelException.Refused(
                        "DingTalk's address of the file is at a host that is not its own"));
    try {
      return bytes(api.http().send(Http.to(address.toString()).build(), atMost, Http.FILE));
    } catch (Http.TooMuch e) {
      throw new ChannelException.Refused("The file has more than " + atMost + " bytes");
    } catch (IOException e) {
      throw Transport.failure(e);
    }
  }

  private static byte[] bytes(HttpResponse<byte[]> answer) throws ChannelException {
    String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (answer.statusCode() >= BROKEN_FROM || type.startsWith("text/html")) {
      throw Transport.foreign();
    }
    if (answer.statusCode() != OK) {
      throw new ChannelException.Refused(
          "DingTalk does not give the file any more: HTTP " + answer.statusCode());
    }
    return answer.body();
  }

  private static Optional<URI> address(String words) {
    try {
      return Optional.of(URI.create(words)).filter(address -> address.getHost() != null);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Plain HTTP is taken here: DingTalk hands such addresses out, good for minutes. */
  private boolean believed(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean known =
        HOSTS.stream().anyMatch(host::endsWith)
            || address.getAuthority().equals(api.account().apiUrl().getAuthority());
    return web && known && address.getUserInfo() == null;
  }
}
