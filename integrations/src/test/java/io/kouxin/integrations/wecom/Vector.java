package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * One request that WeCom's own library for Node ({@code @wecom/crypto} 1.0.1) made and WxJava 4.7.7
 * opened. The names are those of the file.
 */
record Vector(
    String name,
    String token,
    String encodingAESKey,
    String receiveid,
    String random16,
    String timestamp,
    String nonce,
    String plaintext,
    String encrypt,
    String msg_signature) {

  static List<Vector> all() {
    try (var file = Vector.class.getResourceAsStream("vectors.json")) {
      return List.of(new Gson().fromJson(new InputStreamReader(file, UTF_8), Vector[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Vector named(String name) {
    return all().stream().filter(v -> v.name().startsWith(name)).findFirst().orElseThrow();
  }

  Seal seal() {
    return new Seal(token, encodingAESKey, receiveid);
  }

  Knock knock() {
    return new Knock(msg_signature, timestamp, nonce);
  }

  byte[] random() {
    return random16.getBytes(US_ASCII);
  }

  Request request() {
    return new Request(
        Map.of("msg_signature", msg_signature, "timestamp", timestamp, "nonce", nonce),
        Request.envelope(encrypt));
  }
}
