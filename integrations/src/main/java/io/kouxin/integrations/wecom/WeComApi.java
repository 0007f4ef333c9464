package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.SharedTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import me.chanjar.weixin.common.util.http.apache.Utf8ResponseHandler;
import org.apache.http.HttpHeaders;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.utils.DateUtils;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;

/**
 * WeCom's API as one application sees it: one token for all nodes and one set of connections for
 * all who call. Safe for many threads.
 */
public final class WeComApi implements AutoCloseable {
  private static final Answer FINE = new Answer(0, "", new JsonObject());
  private static final Download.Bytes NOTHING = new Download.Bytes(new byte[0], 0);
  private final WeComAccess access;
  private final Calls calls;

  /** For a process that is alone: with a token of its own. */
  public WeComApi(WeComAccess access, Clock clock) {
    this(access, new LocalCoordination(clock).tokens(), clock);
  }

  /** Opens nothing yet; the first call fetches a token, unless another node has one. */
  public WeComApi(WeComAccess access, SharedTokens tokens, Clock clock) {
    this.access = access;
    this.calls = new Calls(access, tokens, clock);
  }

  String corpId() {
    return access.corpId();
  }

  int agentId() {
    return access.agentId();
  }

  /** Where WeCom is for us. */
  String address() {
    return access.base();
  }

  /**
   * WeCom's time as the head of an answer says it, in whole seconds; empty if nobody answers or
   * none is said. Needs no token, and whatever the answer is will do.
   */
  Optional<Instant> time() {
    var question = new HttpGet(url("/cgi-bin/getcallbackip"));
    try (CloseableHttpResponse answer = calls.getRequestHttpClient().execute(question)) {
      EntityUtils.consumeQuietly(answer.getEntity());
      return Optional.ofNullable(answer.getFirstHeader(HttpHeaders.DATE))
          .map(head -> DateUtils.parseDate(head.getValue()))
          .map(Date::toInstant);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Fetches a token unless there is one: whether company, secret and address are right.
   *
   * @throws ChannelException with what is wrong
   */
  public void check() throws ChannelException {
    call(
            () -> {
              calls.getAccessToken(false);
              return FINE;
            },
            answer -> answer)
        .orThrow();
  }

  Answer post(String path, JsonObject body) throws ChannelException {
    return ask(SimplePostRequestExecutor.create(calls), path, body.toString());
  }

  /**
   * One call that says something to people.
   *
   * @param remembered how long WeCom keeps a repeat of it away; zero if it does not
   */
  Answer say(String path, JsonObject body, Duration remembered) throws ChannelException {
    check(); // Without a token nothing leaves.
    try {
      return post(path, body);
    } catch (ChannelException.Retry e) {
      throw Transport.mayHaveArrived(e)
          ? new ChannelException.Doubtful(remembered, String.valueOf(e.getMessage()))
          : e;
    }
  }

  Answer get(String path, String name, String value) throws ChannelException {
    String query = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return ask(SimpleGetRequestExecutor.create(calls), path, query);
  }

  Answer get(String path) throws ChannelException {
    return ask(SimpleGetRequestExecutor.create(calls), path, "");
  }

  Answer upload(String type, Upload.File file) throws ChannelException {
    var upload = new Upload(calls.getRequestHttpClient());
    return ask(upload, "/cgi-bin/media/upload?type=" + type, file);
  }

  /** What came of one call of {@code media/get}: no bytes where the answer has a code. */
  record Fetched(Answer answer, Download.Bytes bytes) {}

  Fetched media(Download.Wanted wanted) throws ChannelException {
    var download = new Download(calls.getRequestHttpClient());
    return call(
        () -> new Fetched(FINE, calls.execute(download, url("/cgi-bin/media/get"), wanted)),
        answer -> new Fetched(answer, NOTHING));
  }

  /**
   * Says something with a group's robot, whose address needs no token. WeCom knows no repeats of
   * it: what left without an answer is doubtful.
   */
  Answer webhook(URI address, JsonObject body) throws ChannelException {
    var call = new HttpPost(address);
    call.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
    try (CloseableHttpResponse response = calls.getRequestHttpClient().execute(call)) {
      String words = Utf8ResponseHandler.INSTANCE.handleResponse(response);
      JsonObject json = json(words);
      int code = json.has("errcode") ? json.get("errcode").getAsInt() : 0;
      return new Answer(code, new Answer(code, "", json).words("errmsg"), json);
    } catch (IOException e) {
      throw Transport.unrepeatable(e);
    } catch (JsonParseException | UnsupportedOperationException | NumberFormatException e) {
      throw Transport.foreign();
    }
  }

  private <E> Answer ask(RequestExecutor<String, E> executor, String path, E data)
      throws ChannelException {
    return call(
        () -> new Answer(0, "", json(calls.execute(executor, url(path), data))), answer -> answer);
  }

  private String url(String path) {
    return access.base() + path;
  }

  private static JsonObject json(String words) {
    JsonElement json = JsonParser.parseString(words);
    if (!json.isJsonObject()) {
      throw new JsonParseException("not an object");
    }
    return json.getAsJsonObject();
  }

  private interface Call<T> {
    T made() throws WxErrorException;
  }

  private static <T> T call(Call<T> call, Function<Answer, T> otherwise) throws ChannelException {
    try {
      return call.made();
    } catch (WxErrorException e) {
      return otherwise.apply(answer(e.getError()));
    } catch (WxRuntimeException e) {
      throw Transport.failure(e.getCause());
    } catch (JsonParseException e) {
      throw Transport.foreign();
    }
  }

  private static Answer answer(WxError error) throws ChannelException.Retry {
    if (error.getErrorCode() == Transport.NO_ANSWER) {
      throw Transport.foreign();
    }
    String english = error.getErrorMsgEn();
    String said = english == null ? Objects.requireNonNullElse(error.getErrorMsg(), "") : english;
    return new Answer(error.getErrorCode(), said, new JsonObject());
  }

  @Override
  public void close() {
    calls.close();
  }
}
