package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of DingTalk as one robot sees, on this machine: it checks tokens, answers well, and
 * records what it was told. An answer set by a test comes first, once.
 */
final class DingTalkStandIn implements AutoCloseable {
  static final String TOKEN = "/v1.0/oauth2/accessToken";
  static final String SEND = "/v1.0/robot/oToMessages/batchSend";
  static final String GROUP = "/v1.0/robot/groupMessages/send";
  static final String DOWNLOAD = "/v1.0/robot/messageFiles/download";
  static final String SESSION = "/robot/sendBySession";
  static final String UPLOAD = "/media/upload";
  static final byte[] SOUND = "#!AMR\nsound".getBytes(UTF_8);

  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Scripted>> scripts = new ConcurrentHashMap<>();
  private final Map<String, String> well = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile String token = "";

  /** One call as it came. */
  record Call(String path, String query, String body) {
    Fields fields() {
      return Fields.read(body).orElseThrow();
    }
  }

  /** An answer; a negative status never answers. */
  @SuppressWarnings("ArrayRecordComponent") // a test: no copies
  record Scripted(int status, String type, byte[] body) {}

  DingTalkStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    well.put(SEND, "{'processQueryKey':'pqk-1','invalidStaffIdList':[]}");
    well.put(GROUP, "{'processQueryKey':'g-1'}");
    well.put(SESSION, "{'errcode':0,'errmsg':'ok'}");
    well.put(UPLOAD, "{'errcode':0,'errmsg':'ok','media_id':'@m1'}");
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  String webhook() {
    return address() + SESSION + "?session=s1";
  }

  DingTalkAccount account() {
    return Robot.at(address());
  }

  /** The next call of this path gets this, once. */
  DingTalkStandIn next(String path, int status, String json) {
    return next(path, new Scripted(status, "application/json", single(json)));
  }

  DingTalkStandIn next(String path, Scripted scripted) {
    scripts.computeIfAbsent(path, key -> new ArrayDeque<>()).add(scripted);
    return this;
  }

  /** What a path answers whenever nothing was set for the next call. */
  DingTalkStandIn always(String path, String json) {
    well.put(path, json);
    return this;
  }

  /** The token that was given last is no longer good. */
  void expire() {
    token = "";
  }

  List<Call> of(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  private static byte[] single(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    calls.add(new Call(path, query, body));
    Queue<Scripted> script = scripts.getOrDefault(path, new ArrayDeque<>());
    Scripted first = script.poll();
    Scripted answer = first == null ? answer(exchange, path, query, body) : first;
    if (answer.status() < 0) {
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private Scripted answer(HttpExchange exchange, String path, String query, String body) {
    if (path.equals(TOKEN)) {
      return token(body);
    }
    if (path.startsWith("/files/")) {
      return new Scripted(200, "application/octet-stream", SOUND);
    }
    if (!signed(exchange, path, query)) {
      return path.startsWith("/v1.0/")
          ? json(400, "{'code':'InvalidAuthentication','message':'不合法的access_token'}")
          : json(200, "{'errcode':40014,'errmsg':'不合法的access_token'}");
    }
    return path.equals(DOWNLOAD) ? download(body) : known(path);
  }

  private Scripted token(String body) {
    Fields fields = Fields.read(body).orElse(Fields.NONE);
    if (!fields.words("appSecret").equals(Robot.ACCOUNT.clientSecret())) {
      return json(400, "{'code':'invalidClientIdOrSecret','message':'无效的clientId或者clientSecret'}");
    }
    token = "at-" + tokens.incrementAndGet();
    return json(200, "{'accessToken':'" + token + "','expireIn':7200}");
  }

  private boolean signed(HttpExchange exchange, String path, String query) {
    if (path.equals(SESSION) || path.equals("/gettoken")) {
      return true;
    }
    String header = exchange.getRequestHeaders().getFirst("x-acs-dingtalk-access-token");
    return !token.isEmpty()
        && (path.startsWith("/v1.0/")
            ? token.equals(header)
            : query.contains("access_token=" + token));
  }

  private Scripted download(String body) {
    return Fields.read(body).orElse(Fields.NONE).words("downloadCode").startsWith("no-such")
        ? json(
            400, "{'code':'invalidParameter.robotCode.downloadCode','message':'错误的downloadCode'}")
        : json(200, "{'downloadUrl':'" + address() + "/files/x.file?Expires=1'}");
  }

  private Scripted known(String path) {
    String json = well.get(path);
    return json == null
        ? json(404, "{'code':'InvalidAction.NotFound','message':'not in this stand-in'}")
        : json(200, json);
  }

  private static Scripted json(int status, String json) {
    return new Scripted(status, "application/json", single(json));
  }

  /** The {@code msgParam} of the last call of this path. */
  JsonObject param(String path) {
    return Robot.json(of(path).getLast().fields().words("msgParam"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
