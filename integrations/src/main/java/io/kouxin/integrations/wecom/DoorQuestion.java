package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks our own door what WeCom asks when its administrator saves the callback (document 90238): a
 * signed question with a sealed number, to be answered by the number alone within a second.
 */
public final class DoorQuestion {
  private static final String DOOR = "callback";
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int REFUSED = 403;

  /** As long as WeCom waits. */
  private static final long PATIENCE = 1_000;

  private final Seal seal;
  private final URI address;
  private final Clock clock;

  /** For the door of this application at this address. */
  public DoorQuestion(Reception reception, URI address, Clock clock) {
    this.seal = new Seal(reception.token(), reception.aesKey(), reception.corpId());
    this.address = address;
    this.clock = clock;
  }

  /**
   * Asks, at most twice, and never throws. The second time a path is warm: who is late then is late
   * for WeCom too.
   */
  public Symptom ask() {
    try (var http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .proxy(ProxySelector.getDefault())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      Symptom first = once(http);
      return first.key().equals("callback-slow") ? once(http) : first;
    } catch (IOException | IllegalArgumentException e) {
      return found("callback-unreachable", State.BROKEN, Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return found("callback-unreachable", State.UNKNOWN, Map.of());
    }
  }

  private Symptom once(HttpClient http) throws IOException, InterruptedException {
    String number = String.valueOf(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    long begin = System.nanoTime();
    HttpResponse<String> answer =
        http.send(request(number), HttpResponse.BodyHandlers.ofString(UTF_8));
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    if (answer.statusCode() != 200 || !answer.body().equals(number)) {
      String key = answer.statusCode() == REFUSED ? "callback-refused" : "callback-foreign";
      return found(key, State.BROKEN, Map.of("status", String.valueOf(answer.statusCode())));
    }
    Map<String, String> took = Map.of("millis", String.valueOf(millis));
    return millis <= PATIENCE
        ? found("callback-ok", State.OK, took)
        : found("callback-slow", State.WARNING, took);
  }

  private HttpRequest request(String number) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    String nonce = String.valueOf(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
    String sealed = seal.seal(number.getBytes(UTF_8));
    String query =
        "msg_signature=%s&timestamp=%s&nonce=%s&echostr=%s"
            .formatted(
                seal.signature(timestamp, nonce, sealed),
                timestamp,
                nonce,
                URLEncoder.encode(sealed, UTF_8));
    String sign = address.getRawQuery() == null ? "?" : "&";
    return HttpRequest.newBuilder(URI.create(address + sign + query))
        .timeout(ANSWER)
        .header("User-Agent", Checkup.USER_AGENT)
        .GET()
        .build();
  }

  private Symptom found(String key, State state, Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    all.put("address", address.toString());
    return new Symptom(DOOR, key, state, all);
  }
}
