package io.kouxin.integrations.wecom.emulator.gateway;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Files on their way in pieces, and those that have arrived. */
final class Uploads {
  private static final int PIECE = 512 * 1024;
  private final Map<String, Upload> open = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  private record Upload(JsonObject told, Map<Integer, byte[]> pieces) {}

  Optional<String> begin(JsonObject body) {
    boolean named = body.has("filename") && body.has("type") && body.has("md5");
    if (!named || body.get("total_chunks").getAsInt() > 100) {
      return Optional.empty();
    }
    String id = "UP" + (open.size() + files.size() + 1);
    open.put(id, new Upload(body, new TreeMap<>()));
    return Optional.of(id);
  }

  boolean piece(JsonObject body) {
    Upload upload = open.get(body.get("upload_id").getAsString());
    byte[] bytes = Base64.getDecoder().decode(body.get("base64_data").getAsString());
    if (upload == null || bytes.length > PIECE) {
      return false;
    }
    upload.pieces().put(body.get("chunk_index").getAsInt(), bytes);
    return true;
  }

  Optional<String> end(JsonObject body) {
    Upload upload = open.remove(body.get("upload_id").getAsString());
    if (upload == null) {
      return Optional.empty();
    }
    var whole = new ByteArrayOutputStream();
    upload.pieces().values().forEach(whole::writeBytes);
    boolean right =
        whole.size() == upload.told().get("total_size").getAsInt()
            && md5(whole.toByteArray()).equals(upload.told().get("md5").getAsString());
    String id = "MID" + (files.size() + 1);
    files.put(id, whole.toByteArray());
    return right ? Optional.of(id) : Optional.empty();
  }

  Optional<byte[]> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
