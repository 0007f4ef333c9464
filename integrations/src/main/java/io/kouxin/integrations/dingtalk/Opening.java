package io.kouxin.integrations.dingtalk;

import com.dingtalk.open.app.api.UserAgent;
import com.dingtalk.open.app.stream.network.api.EndPointConnection;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The call that turns credentials into an address and a ticket of 90 seconds
 * (DP:learn/stream/protocol). The official client's own call waits six hours for an answer and
 * tells its status to nobody but a log; this one ends after seconds and says what it was told.
 */
final class Opening implements AutoCloseable {
  static final String ROBOT = "/v1.0/im/bot/messages/get";
  static final String CARD = "/v1.0/card/instances/callback";
  static final String EVENTS = "*";

  private static final String PATH = "/v1.0/gateway/connections/open";
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long LARGEST = 64 * 1024;
  private static final int WSS_PORT = 443;

  /** Shown to people: no more than a word, as a foreign page could stand there. */
  private static final Pattern CODE = Pattern.compile("[\\w.-]{1,64}");

  private final StreamSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  Opening(StreamSettings settings) {
    this.settings = settings;
  }

  /** Asks for one connection; ends within seconds. */
  EndPointConnection ask() throws NotOpenException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.apiUrl() + PATH))
            .header("Content-Type", "application/json")
            // Without it the gateway answers in XML.
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body()))
            .build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
    try {
      return read(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw NotOpenException.broken("DingTalk did not answer within 3 s");
    } catch (ExecutionException e) {
      throw NotOpenException.broken("DingTalk cannot be reached: " + name(e));
    } finally {
      answer.cancel(true);
    }
  }

  private String body() {
    JsonArray subscriptions = new JsonArray();
    subscriptions.add(subscription("CALLBACK", ROBOT));
    subscriptions.add(subscription("CALLBACK", CARD));
    subscriptions.add(subscription("EVENT", EVENTS));
    JsonObject body = new JsonObject();
    body.addProperty("clientId", settings.clientId());
    body.addProperty("clientSecret", settings.clientSecret());
    body.addProperty("ua", UserAgent.getUserAgent().getUa());
    body.add("subscriptions", subscriptions);
    return body.toString();
  }

  private static JsonObject subscription(String type, String topic) {
    JsonObject one = new JsonObject();
    one.addProperty("type", type);
    one.addProperty("topic", topic);
    return one;
  }

  private EndPointConnection read(HttpResponse<String> answer) throws NotOpenException {
    JsonObject json = json(answer.body());
    int status = answer.statusCode();
    if (status != 200) {
      String code = word(json, "code").filter(w -> CODE.matcher(w).matches()).orElse("no code");
      String told = "HTTP " + status + ", " + code;
      throw isRefusal(status, code)
          ? NotOpenException.refused(
              "DingTalk does not accept client id and secret of this application (" + told + ")")
          : NotOpenException.broken("DingTalk gave no connection (" + told + ")");
    }
    Optional<String> endpoint = word(json, "endpoint");
    Optional<String> ticket = word(json, "ticket");
    if (endpoint.isEmpty() || ticket.isEmpty()) {
      throw NotOpenException.broken("What answered is not DingTalk: no address and ticket in it");
    }
    return connection(endpoint.get(), ticket.get());
  }

  /** 400 with systemError is DingTalk's own trouble; every other 400 is about what we sent. */
  private static boolean isRefusal(int status, String code) {
    return status == 401 || status == 403 || (status == 400 && !code.equals("systemError"));
  }

  private EndPointConnection connection(String endpoint, String ticket) throws NotOpenException {
    try {
      URI at = URI.create(endpoint);
      if (!"wss".equals(at.getScheme()) || at.getHost() == null) {
        throw NotOpenException.broken("DingTalk gave an address that is no wss address");
      }
      int port = at.getPort() < 0 ? WSS_PORT : at.getPort();
      String whole = "wss://" + at.getHost() + ":" + port + "/connect";
      // The client appends the ticket as it is to an address and parses the whole.
      URI.create(whole + "?ticket=" + ticket);
      return new EndPointConnection(settings.clientId(), whole, ticket, null);
    } catch (IllegalArgumentException e) {
      throw NotOpenException.broken("DingTalk gave an address or ticket that is no part of an URI");
    }
  }

  private static JsonObject json(String body) {
    try {
      JsonElement parsed = JsonParser.parseString(body);
      return parsed.isJsonObject() ? parsed.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException | StackOverflowError e) {
      return new JsonObject();
    }
  }

  private static Optional<String> word(JsonObject json, String key) {
    JsonElement value = json.get(key);
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static String name(ExecutionException e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
