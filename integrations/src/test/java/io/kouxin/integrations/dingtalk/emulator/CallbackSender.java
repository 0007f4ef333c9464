package io.kouxin.integrations.dingtalk.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Brings one request to the application and waits as long as the platform does: 2.5 seconds. */
final class CallbackSender implements AutoCloseable {
  private volatile Duration patience = Duration.ofMillis(2_500);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  void patience(Duration other) {
    patience = other;
  }

  /** The answer as it came; HTTP 200 is accepted. */
  Delivery.Attempt post(URI address, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    long start = System.nanoTime();
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      int status = response.statusCode();
      return new Delivery.Attempt(status, since(start), response.body(), status == 200);
    } catch (HttpTimeoutException e) {
      return new Delivery.Attempt(Delivery.TIMED_OUT, since(start), "", false);
    } catch (IOException e) {
      return new Delivery.Attempt(Delivery.NO_CONNECTION, since(start), "", false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Attempt(Delivery.NO_CONNECTION, since(start), "", false);
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
