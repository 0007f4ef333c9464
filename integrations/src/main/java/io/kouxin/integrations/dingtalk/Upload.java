package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/**
 * A file on its way up (KB:upload-media-files).
 *
 * @param type {@code image} or {@code file}
 * @param name in any script; what would end it in the multipart head is replaced
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes: no copies
record Upload(String type, String name, byte[] bytes) {
  Upload {
    name = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "_").strip();
  }

  /** The multipart body, not yet addressed. */
  HttpRequest.Builder request() {
    String border = "kouxin-" + UUID.randomUUID();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"media\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(border, name);
    String tail = "\r\n--" + border + "--\r\n";
    return HttpRequest.newBuilder()
        .header("Accept", "application/json")
        .header("Content-Type", "multipart/form-data; boundary=" + border)
        .POST(
            BodyPublishers.ofByteArrays(
                List.of(head.getBytes(UTF_8), bytes, tail.getBytes(UTF_8))));
  }
}
