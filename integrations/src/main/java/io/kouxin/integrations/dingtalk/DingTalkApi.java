package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Budgets;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.SharedTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * DingTalk's two APIs as one application sees them: one token and one set of connections for all
 * who call. Safe for many threads.
 */
public final class DingTalkApi implements AutoCloseable {
  private static final String TOKEN_HEADER = "x-acs-dingtalk-access-token";
  private static final long LONGEST = 1 << 20;

  /** Of something on the way that had passed the call on. */
  private static final Set<Integer> NO_ANSWER = Set.of(502, 504);

  private final DingTalkAccount account;
  private final Meter meter;
  private final Token token;
  private final Throttle throttle;
  private final Http http = new Http();

  /** With a token of its own, and nobody to share what DingTalk takes with. */
  public DingTalkApi(DingTalkAccount account, Meter meter, Clock clock) {
    this(account, meter, new LocalCoordination(clock).tokens(), clock);
  }

  /** With tokens that other nodes fetched and need; it calls as often as it is asked to. */
  public DingTalkApi(DingTalkAccount account, Meter meter, SharedTokens tokens, Clock clock) {
    this(account, meter, clock, tokens, Budgets.NONE);
  }

  /**
   * Opens nothing yet; the first call fetches a token.
   *
   * @param nodes with which it shares tokens, and what DingTalk takes in a second
   */
  public DingTalkApi(DingTalkAccount account, Meter meter, Coordination nodes, Clock clock) {
    this(account, meter, clock, nodes.tokens(), nodes.budgets());
  }

  private DingTalkApi(
      DingTalkAccount account, Meter meter, Clock clock, SharedTokens tokens, Budgets budgets) {
    this.account = account;
    this.meter = meter;
    this.token = new Token(tokens, account, clock, this::fresh);
    this.throttle = new Throttle(budgets, account.clientId(), meter.callsASecond());
  }

  DingTalkAccount account() {
    return account;
  }

  /** For what is not a call of the API. */
  Http http() {
    return http;
  }

  /**
   * Fetches a token unless there is one: whether client id, secret and address are right.
   *
   * @throws ChannelException with what is wrong
   */
  public void check() throws ChannelException {
    token.current();
  }

  /**
   * What a call is.
   *
   * @param says something, so it is never made twice, and waits outside for its turn
   * @param billed whether it counts for the month
   */
  private record Kind(String path, boolean says, boolean billed, Duration limit) {}

  /** One change by the new API, which may be made twice. */
  Answer put(String path, JsonObject body) throws ChannelException {
    return signed(new Kind(path, false, true, Http.READ), one -> newer("PUT", path, one, body));
  }

  /** One call of the new API that may be made twice. */
  Answer post(String path, JsonObject body) throws ChannelException {
    return signed(new Kind(path, false, true, Http.READ), one -> newer("POST", path, one, body));
  }

  /** One call of the new API that says something, so never twice. */
  Answer say(String path, JsonObject body) throws ChannelException {
    return signed(new Kind(path, true, true, Http.READ), one -> newer("POST", path, one, body));
  }

  /** One call of the old API about people and departments, which is free. */
  Answer contacts(String path, JsonObject body) throws ChannelException {
    return signed(new Kind(path, false, false, Http.READ), one -> older(path, one, json(body)));
  }

  /** Which departments and people the administrator opened to us ({@code auth/scopes}). */
  Answer scopes() throws ChannelException {
    return signed(
        new Kind("/auth/scopes", false, false, Http.READ),
        one -> older("/auth/scopes", one, HttpRequest.newBuilder().GET()));
  }

  /** One call of the old API that may be made twice. */
  Answer postOld(String path, JsonObject body) throws ChannelException {
    return signed(new Kind(path, false, true, Http.READ), one -> older(path, one, json(body)));
  }

  /** One call of the old API by GET that takes what it reads away, so never twice. */
  Answer ask(String path) throws ChannelException {
    return signed(
        new Kind(path, true, true, Http.READ),
        one ->
            older(path, one, HttpRequest.newBuilder().header("Accept", "application/json").GET()));
  }

  /** The token of a person who signs in with this code ({@code userAccessToken}); it is free. */
  Answer personal(String code) throws ChannelException {
    var body = new JsonObject();
    body.addProperty("clientId", account.clientId());
    body.addProperty("clientSecret", account.clientSecret());
    body.addProperty("code", code);
    body.addProperty("grantType", "authorization_code");
    String address = account.api() + "/v1.0/oauth2/userAccessToken";
    return answer(json(body).uri(URI.create(address)).build(), Http.READ, false);
  }

  /** Whose token of a person this is; it is free. */
  Answer owner(String personal) throws ChannelException {
    HttpRequest.Builder question = Http.to(account.api() + "/v1.0/contact/users/me");
    return answer(question.header(TOKEN_HEADER, personal).GET().build(), Http.READ, false);
  }

  /** One call of the old API that says something. */
  Answer sayOld(String path, JsonObject body) throws ChannelException {
    return signed(new Kind(path, true, true, Http.READ), one -> older(path, one, json(body)));
  }

  /** {@code media/upload} (KB:upload-media-files). */
  Answer upload(Upload upload) throws ChannelException {
    return signed(
        new Kind("/media/upload", false, true, Http.FILE),
        one -> older("/media/upload?type=" + upload.type(), one, upload.request()));
  }

  /** Says something with the webhook of a conversation, which needs no token. */
  Answer webhook(URI webhook, JsonObject body) throws ChannelException {
    meter.message();
    return answer(json(body).uri(webhook).build(), Http.READ, true);
  }

  /** Says something with a group's robot, which needs no token and knows repeats. */
  Answer customRobot(URI webhook, JsonObject body) throws ChannelException {
    meter.message();
    return answer(json(body).uri(webhook).build(), Http.READ, false);
  }

  /** DingTalk's time as the head of an answer says it; empty if nobody answers or none is said. */
  Optional<Instant> time() {
    try {
      HttpResponse<byte[]> answer =
          http.send(Http.to(account.oapi() + "/gettoken").build(), LONGEST, Http.READ);
      return answer
          .headers()
          .firstValue("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private SharedTokens.Fresh fresh() throws ChannelException {
    var body = new JsonObject();
    body.addProperty("appKey", account.clientId());
    body.addProperty("appSecret", account.clientSecret());
    String address = account.api() + "/v1.0/oauth2/accessToken";
    Fields fields = answer(json(body).uri(URI.create(address)).build(), Http.READ, false).orThrow();
    long seconds = fields.number("expireIn").orElse(0);
    return new SharedTokens.Fresh(
        fields.said("accessToken").orElseThrow(Transport::foreign), Duration.ofSeconds(seconds));
  }

  /** One call, and once more with a fresh token if DingTalk did not take ours. */
  private Answer signed(Kind kind, Function<String, HttpRequest> call) throws ChannelException {
    String used = token.current();
    if (kind.says()) {
      throttle.now(kind.path());
    } else {
      throttle.soon(kind.path());
    }
    if (kind.billed()) {
      meter.call();
    }
    Answer answer = inTurn(kind, call.apply(used));
    if (!answer.is(Trouble.Kind.TOKEN)) {
      return answer;
    }
    token.drop(used);
    String fresh = token.current();
    throttle.soon(kind.path());
    return inTurn(kind, call.apply(fresh));
  }

  private Answer inTurn(Kind kind, HttpRequest request) throws ChannelException {
    try {
      return answer(request, kind.limit(), kind.says());
    } finally {
      throttle.over(kind.path());
    }
  }

  private HttpRequest newer(String method, String path, String token, JsonObject body) {
    return json(body)
        .method(method, BodyPublishers.ofString(body.toString()))
        .uri(URI.create(account.api() + path))
        .header(TOKEN_HEADER, token)
        .build();
  }

  private HttpRequest older(String path, String token, HttpRequest.Builder request) {
    String sign = path.contains("?") ? "&" : "?";
    String query = sign + "access_token=" + URLEncoder.encode(token, UTF_8);
    return request.uri(URI.create(account.oapi() + path + query)).build();
  }

  private static HttpRequest.Builder json(JsonObject body) {
    return HttpRequest.newBuilder()
        .header("Accept", "application/json")
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private Answer answer(HttpRequest request, Duration limit, boolean once) throws ChannelException {
    try {
      HttpResponse<byte[]> response = http.send(request, LONGEST, limit);
      if (once && NO_ANSWER.contains(response.statusCode())) {
        throw Transport.doubtful("a proxy gave up waiting");
      }
      return Answer.of(response.statusCode(), response.body());
    } catch (IOException e) {
      if (once && !Transport.nothingLeft(e)) {
        throw Transport.doubtful("DingTalk did not answer");
      }
      throw Transport.failure(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
