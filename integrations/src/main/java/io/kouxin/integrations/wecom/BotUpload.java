package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound.FileDelivery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file on its way to WeCom over the connection of an AI bot, in pieces of at most 512 KiB
 * (document 101463).
 */
final class BotUpload {
  private static final int PIECE = 512 * 1024;
  private static final int MOST_PIECES = 100;
  private static final int LONGEST_NAME = 256;

  /** Above this a picture goes as a file: the sheets disagree about how much one may have. */
  private static final int MOST_IMAGE = 2 << 20;

  private final AiBotConnection connection;

  BotUpload(AiBotConnection connection) {
    this.connection = connection;
  }

  /**
   * A file at WeCom.
   *
   * @param type {@code image} or {@code file}
   */
  record Up(String type, String mediaId) {}

  Up up(FileDelivery file) throws ChannelException {
    int pieces = (file.bytes().length + PIECE - 1) / PIECE;
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new ChannelException.Refused(
          "An AI bot takes files of 1 byte to 50 MB, and %s has %d bytes"
              .formatted(file.name(), file.bytes().length));
    }
    String type = type(file);
    var begin = new JsonObject();
    begin.addProperty("type", type);
    begin.addProperty("filename", name(file.name()));
    begin.addProperty("total_size", file.bytes().length);
    begin.addProperty("total_chunks", pieces);
    begin.addProperty("md5", md5(file.bytes()));
    String id = value(connection.ask("aibot_upload_media_init", begin), "upload_id");
    for (int piece = 0; piece < pieces; piece++) {
      connection.ask("aibot_upload_media_chunk", piece(id, piece, file.bytes())).orThrow();
    }
    var end = new JsonObject();
    end.addProperty("upload_id", id);
    return new Up(type, value(connection.ask("aibot_upload_media_finish", end), "media_id"));
  }

  private static JsonObject piece(String id, int number, byte[] bytes) {
    int from = number * PIECE;
    byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
    var body = new JsonObject();
    body.addProperty("upload_id", id);
    body.addProperty("chunk_index", number);
    body.addProperty("base64_data", Base64.getEncoder().encodeToString(part));
    return body;
  }

  private static String value(Answer answer, String field) throws ChannelException {
    answer.orThrow();
    String value = answer.words(field);
    if (value.isEmpty()) {
      throw new ChannelException.Refused("WeCom took no file of the AI bot: no " + field);
    }
    return value;
  }

  private static String type(FileDelivery file) {
    String declared = file.contentType().toLowerCase(Locale.ROOT);
    boolean picture = declared.startsWith("image/png") || declared.startsWith("image/jpeg");
    return picture && file.bytes().length <= MOST_IMAGE ? "image" : "file";
  }

  private static String name(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "_").strip();
    int length = safe.getBytes(StandardCharsets.UTF_8).length;
    return safe.isEmpty() || length > LONGEST_NAME ? "file" : safe;
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5.", e);
    }
  }
}
