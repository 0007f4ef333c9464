package io.kouxin.nlp.speech;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server for the words of a recording, once: no redirect is followed, no more than 2 MB are
 * read, and there is an end to waiting.
 */
final class TranscriptionClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final long MOST = 2L << 20;
  private static final Set<Integer> KEY = Set.of(401, 403);
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  /** What a server says to a format that its model does not have. */
  private static final Set<Integer> NO_SUCH_FORMAT = Set.of(400, 415, 422);

  private final TranscriptionServer server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private volatile boolean onlyText;

  TranscriptionClient(TranscriptionServer server) {
    this.server = server;
  }

  Transcript hear(Pcm sound, Locale language) throws ServerFailure {
    HttpResponse<byte[]> answer = send(sound, language, !onlyText);
    if (!onlyText && NO_SUCH_FORMAT.contains(answer.statusCode())) {
      answer = send(sound, language, false);
      onlyText = answer.statusCode() == 200;
    }
    checkStatus(answer.statusCode());
    return TranscriptionAnswer.of(answer.body())
        .transcript(server.model(), language, sound.seconds());
  }

  private HttpResponse<byte[]> send(Pcm sound, Locale language, boolean verbose)
      throws ServerFailure {
    var request = new TranscriptionRequest(server, sound, language, verbose).http();
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
    try {
      return call.get(server.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new ServerFailure(
          ServerTrouble.UNREACHABLE, "no answer within " + server.timeout().toSeconds() + " s", e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("interrupted while listening");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      throw told(e.getCause() == null ? e : e.getCause());
    }
  }

  private static ServerFailure told(Throwable cause) {
    if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("exceed")) {
      return new ServerFailure(ServerTrouble.GARBLED, "the answer has more than 2 MB", cause);
    }
    String kind = cause.getClass().getSimpleName();
    return new ServerFailure(ServerTrouble.UNREACHABLE, "no connection: " + kind, cause);
  }

  private static void checkStatus(int status) throws ServerFailure {
    if (status == 200) {
      return;
    }
    ServerTrouble trouble =
        KEY.contains(status)
            ? ServerTrouble.KEY
            : status >= 500 || LATER.contains(status) ? ServerTrouble.BUSY : ServerTrouble.REFUSED;
    throw new ServerFailure(trouble, "the server answered " + status);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
