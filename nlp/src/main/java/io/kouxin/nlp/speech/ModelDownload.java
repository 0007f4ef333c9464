package io.kouxin.nlp.speech;

import io.kouxin.nlp.speech.ModelFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Brings the zip of one model to disk. What arrived before a cut is kept in a {@code .part} file
 * with the server's mark of that version beside it, and only the rest is asked for (RFC 9110,
 * 13.1.5 and 14.2). The caller holds the model's lock.
 */
final class ModelDownload {
  private static final int ATTEMPTS = 20;
  private final ModelSource source;
  private final KnownModel model;
  private final Progress progress;
  private final Path part;
  private final Path mark;

  ModelDownload(ModelSource source, KnownModel model, Path folder, Progress progress) {
    this.source = source;
    this.model = model;
    this.progress = progress;
    this.part = folder.resolve("." + model.zip() + ".part");
    this.mark = folder.resolve("." + model.zip() + ".mark");
  }

  /** The complete zip, checked against the catalogue. */
  Path run() throws ModelFailure {
    HttpClient client = ModelRequest.client(source);
    try {
      for (int attempt = 1; ; attempt++) {
        long before = have();
        try {
          receive(client);
          return checked();
        } catch (IOException cut) {
          // What keeps coming, if in pieces, is worth asking for again at once.
          if (attempt == ATTEMPTS || have() == before) {
            throw unreachable("the download broke off at byte " + have(), cut);
          }
        }
      }
    } finally {
      client.shutdownNow();
    }
  }

  /** Forgets what arrived; for bytes that are of no use. */
  void forget() throws ModelFailure {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private void receive(HttpClient client) throws IOException, ModelFailure {
    var request = new ModelRequest(source, model, have(), lastMark());
    try (var answer = request.send(client)) {
      if (answer.complete()) {
        return;
      }
      if (answer.restarts()) {
        open(StandardOpenOption.TRUNCATE_EXISTING).close();
      }
      if (answer.beyondTheEnd()) {
        throw new IOException("what is on disk is longer than the server's file");
      }
      refuseSize(answer.total());
      keepMark(answer.mark());
      transfer(answer);
    }
  }

  private void transfer(ModelRequest.Answer answer) throws IOException, ModelFailure {
    long soFar = have();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = open(StandardOpenOption.APPEND);
        var guard = new StallGuard(answer.body(), source.patience())) {
      for (int count = read(answer.body(), buffer); count >= 0; ) {
        write(out, buffer, count);
        guard.alive();
        soFar += count;
        refuseSize(OptionalLong.of(Math.max(soFar, model.size().orElse(soFar))));
        if (!progress.at(soFar, answer.total()) || Thread.currentThread().isInterrupted()) {
          throw cancelled();
        }
        count = read(answer.body(), buffer);
      }
    }
    if (answer.total().isPresent() && answer.total().getAsLong() != soFar) {
      throw new IOException("the connection ended early");
    }
  }

  private static int read(InputStream body, byte[] buffer) throws IOException, ModelFailure {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled();
      }
      throw e;
    }
  }

  private OutputStream open(StandardOpenOption how) throws ModelFailure {
    try {
      return Files.newOutputStream(part, StandardOpenOption.CREATE, how);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private static void write(OutputStream out, byte[] bytes, int count) throws ModelFailure {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private void refuseSize(OptionalLong total) throws ModelFailure {
    if (total.isEmpty()) {
      return;
    }
    long bytes = total.getAsLong();
    if (bytes > source.maxBytes()
        || (model.size().isPresent() && model.size().getAsLong() != bytes)) {
      forget();
      throw new ModelFailure(
          Reason.WRONG_SIZE,
          "%s has %,d bytes at %s, and not those expected"
              .formatted(model.name(), bytes, source.base()),
          byHand());
    }
  }

  private Path checked() throws ModelFailure {
    refuseSize(OptionalLong.of(have()));
    if (model.sha256().isPresent() && !model.sha256().get().equals(sha256())) {
      forget();
      throw new ModelFailure(
          Reason.WRONG_SHA256,
          "the bytes of " + model.name() + " from " + source.base() + " are not the published ones",
          "fetch it again, or " + byHand());
    }
    return part;
  }

  private String sha256() throws ModelFailure {
    try (var in = new DigestInputStream(Files.newInputStream(part), Sha256.digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private long have() throws ModelFailure {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private String lastMark() throws ModelFailure {
    try {
      return Files.exists(mark) ? Files.readString(mark) : "";
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private void keepMark(String value) throws ModelFailure {
    try {
      Files.writeString(mark, value);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private String byHand() {
    return "get the zip by other means and run: models add " + model.name() + " FILE";
  }

  private ModelFailure unreachable(String what, IOException cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ModelFailure(
        Reason.UNREACHABLE,
        what + " (" + why + ")",
        "try again, it goes on where it stopped, or " + byHand(),
        cause);
  }

  private static ModelFailure cancelled() {
    return new ModelFailure(
        Reason.CANCELLED, "the download was stopped", "fetch it again and it goes on");
  }

  static ModelFailure disk(IOException cause) {
    return new ModelFailure(
        Reason.DISK,
        "the models folder does not take it: " + cause.getMessage(),
        "make room or check the folder's permissions, then try again",
        cause);
  }
}
