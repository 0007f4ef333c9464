package io.kouxin.nlp.speech;

import io.kouxin.nlp.speech.ModelFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalLong;

/**
 * Asks for a model's zip from a byte on.
 *
 * @param from bytes that are there already
 * @param mark the server's name for the version they are of; empty if it gave none
 */
record ModelRequest(ModelSource source, KnownModel model, long from, String mark) {
  private static final int REDIRECTS = 5;

  static HttpClient client(ModelSource source) {
    return HttpClient.newBuilder()
        .connectTimeout(source.patience())
        .followRedirects(HttpClient.Redirect.NEVER) // only to hosts we allow: send() follows
        .build();
  }

  /** Sends it, and follows redirects to hosts that are allowed. */
  Answer send(HttpClient client) throws IOException, ModelFailure {
    URI address = source.zip(model);
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (!source.allows(address)) {
        throw new ModelFailure(
            Reason.HOST_NOT_ALLOWED,
            "the server sends us on to " + address.getHost() + ", from which we do not fetch",
            "get the zip by other means and run: models add " + model.name() + " FILE");
      }
      HttpResponse<InputStream> response = ask(client, address);
      int status = response.statusCode();
      if (status < 300 || status > 399) {
        return new Answer(response, from);
      }
      response.body().close();
      address = address.resolve(response.headers().firstValue("Location").orElse(""));
    }
    throw new IOException("more than " + REDIRECTS + " redirects");
  }

  private HttpResponse<InputStream> ask(HttpClient client, URI address) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(source.patience());
    if (from > 0 && !mark.isEmpty()) {
      request.header("Range", "bytes=" + from + "-").header("If-Range", mark);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /** What the server said. */
  static final class Answer implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final long from;

    private Answer(HttpResponse<InputStream> response, long from) throws IOException {
      this.response = response;
      this.from = from;
      int status = response.statusCode();
      boolean continues = status == 206 && contentRange().startsWith("bytes " + from + "-");
      if (status != 200 && !(status == 416 && from > 0) && !continues) {
        response.body().close();
        throw new IOException("the server answered " + status);
      }
    }

    InputStream body() {
      return response.body();
    }

    /** Whether what is on disk is of another version, or of no version we know. */
    boolean restarts() {
      return response.statusCode() == 200 || beyondTheEnd();
    }

    /** Whether more is on disk than the server has. */
    boolean beyondTheEnd() {
      return response.statusCode() == 416 && !complete();
    }

    /** Whether everything is on disk already: there is no byte after the last. */
    boolean complete() {
      return response.statusCode() == 416 && contentRange().equals("bytes */" + from);
    }

    /** Bytes of the whole zip, if the server says. */
    OptionalLong total() {
      OptionalLong length = headers().firstValueAsLong("Content-Length");
      return response.statusCode() == 206 && length.isPresent()
          ? OptionalLong.of(from + length.getAsLong())
          : length;
    }

    /** A strong ETag, else the date, else nothing. */
    String mark() {
      return headers()
          .firstValue("ETag")
          .filter(tag -> !tag.startsWith("W/"))
          .or(() -> headers().firstValue("Last-Modified"))
          .orElse("");
    }

    private String contentRange() {
      return headers().firstValue("Content-Range").orElse("");
    }

    private HttpHeaders headers() {
      return response.headers();
    }

    @Override
    public void close() throws IOException {
      response.body().close();
    }
  }
}
