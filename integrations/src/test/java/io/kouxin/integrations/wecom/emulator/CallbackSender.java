package io.kouxin.integrations.wecom.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings requests to the application and tries again when it should: three attempts in all, 5
 * seconds each, the same bytes. The documentation says once that any status but 200 counts and once
 * that only time-outs do; this one does more.
 */
final class CallbackSender implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private volatile Duration patience = Duration.ofSeconds(5);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** How long an answer may take; the platform's own 5 seconds otherwise. */
  void patience(Duration other) {
    patience = other;
  }

  List<Delivery.Attempt> post(URI address, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    List<Delivery.Attempt> attempts = new ArrayList<>();
    do {
      attempts.add(attempt(request));
    } while (!attempts.getLast().isAccepted() && attempts.size() < ATTEMPTS);
    return attempts;
  }

  Delivery.Attempt get(URI address) {
    return attempt(HttpRequest.newBuilder(address).timeout(patience).GET().build());
  }

  private Delivery.Attempt attempt(HttpRequest request) {
    long start = System.nanoTime();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return new Delivery.Attempt(response.statusCode(), since(start), response.body());
    } catch (HttpTimeoutException e) {
      return new Delivery.Attempt(Delivery.TIMED_OUT, since(start), "");
    } catch (IOException e) {
      return new Delivery.Attempt(Delivery.NO_CONNECTION, since(start), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Attempt(Delivery.NO_CONNECTION, since(start), "");
    }
  }

  private static long since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
