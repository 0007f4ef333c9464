package io.kouxin.nlp.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One recording on its way to a server: {@code multipart/form-data} with {@code file}, {@code
 * model}, {@code language} and {@code response_format} (platform.openai.com, API reference, "Create
 * transcription").
 *
 * @param verbose whether words and segments with their times are asked for; not every model has
 *     them
 */
record TranscriptionRequest(
    TranscriptionServer server, Pcm sound, Locale language, boolean verbose) {

  HttpRequest http() {
    String border = "kouxin-" + UUID.randomUUID();
    List<byte[]> body = new ArrayList<>();
    body.add(field(border, "model", server.model()));
    body.add(field(border, "language", language.getLanguage()));
    body.add(field(border, "response_format", verbose ? "verbose_json" : "json"));
    if (verbose) {
      body.add(field(border, "timestamp_granularities[]", "word"));
      body.add(field(border, "timestamp_granularities[]", "segment"));
    }
    body.add(
        head(border, "name=\"file\"; filename=\"note.wav\"\r\nContent-Type: audio/wav")
            .getBytes(UTF_8));
    body.add(Wav.of(sound));
    body.add(("\r\n--" + border + "--\r\n").getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(server.transcriptions())
            .header("Accept", "application/json")
            .header("Content-Type", "multipart/form-data; boundary=" + border)
            .POST(BodyPublishers.ofByteArrays(body));
    if (!server.key().isEmpty()) {
      request.header("Authorization", "Bearer " + server.key());
    }
    return request.build();
  }

  private static byte[] field(String border, String name, String value) {
    return (head(border, "name=\"" + name + "\"") + value + "\r\n").getBytes(UTF_8);
  }

  private static String head(String border, String disposition) {
    return "--" + border + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }
}
