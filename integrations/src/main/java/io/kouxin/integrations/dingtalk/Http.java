package io.kouxin.integrations.dingtalk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls with an end: 2 s to connect, a limit for the whole of each, bodies of known size, and no
 * redirect followed. Safe for many threads.
 */
final class Http implements AutoCloseable {
  static final Duration CONNECT = Duration.ofSeconds(2);
  static final Duration READ = Duration.ofSeconds(5);

  /** For files, which may be 20 MB over a slow line. */
  static final Duration FILE = Duration.ofSeconds(25);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** More came than was asked for. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("too much");
    }
  }

  /**
   * One call.
   *
   * @param most bytes of an answer
   * @param limit for all of it, from connecting to the last byte
   * @throws IOException whatever kept the answer from us; {@link TooMuch} if it is longer
   */
  HttpResponse<byte[]> send(HttpRequest request, long most, Duration limit) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new HttpTimeoutException("no answer");
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    } catch (ExecutionException e) {
      throw told(e.getCause() instanceof IOException cause ? cause : new IOException(e));
    }
  }

  private static IOException told(IOException cause) {
    boolean tooMuch = String.valueOf(cause.getMessage()).contains("exceed");
    return tooMuch ? new TooMuch() : cause;
  }

  static HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
