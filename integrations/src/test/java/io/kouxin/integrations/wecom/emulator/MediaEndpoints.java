package io.kouxin.integrations.wecom.emulator;

import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Download and upload of temporary media (pages 90254 and 90253). */
final class MediaEndpoints {
  private static final int SMALLEST = 5;
  private static final int MIB = 1024 * 1024;
  private static final Map<String, Integer> LARGEST =
      Map.of("image", 10 * MIB, "voice", 2 * MIB, "video", 10 * MIB, "file", 20 * MIB);
  private static final Map<String, Set<String>> ENDINGS =
      Map.of("image", Set.of("jpg", "jpeg", "png"), "voice", Set.of("amr"), "video", Set.of("mp4"));

  private final EmulatedCorp corp;

  MediaEndpoints(EmulatedCorp corp) {
    this.corp = corp;
  }

  Answer get(ApiCall call) {
    StoredFile file =
        corp.media().find(call.query("media_id")).orElseThrow(Errcode.INVALID_MEDIA_ID::refusal);
    return Answer.of(200, file.type(), file.bytes())
        .with("Content-disposition", "attachment; filename=\"" + file.name() + "\"");
  }

  Answer upload(ApiCall call) {
    String type = call.query("type");
    if (!LARGEST.containsKey(type)) {
      throw Errcode.INVALID_MEDIA_TYPE.refusal();
    }
    Request.Part part = part(call.request());
    byte[] bytes = part.getBody().asBytes();
    String name = nameOf(part);
    check(type, name, bytes.length);
    String id = corp.media().put(name, bytes);
    // created_at is a text on the platform, not a number.
    return Answer.json(
        200,
        Map.of(
            "errcode",
            0,
            "errmsg",
            "",
            "type",
            type,
            "media_id",
            id,
            "created_at",
            String.valueOf(corp.clock().instant().getEpochSecond())));
  }

  private static Request.Part part(Request request) {
    Request.Part part = request.isMultipart() ? request.getPart("media") : null;
    if (part == null) {
      throw Errcode.EMPTY_FILE.refusal();
    }
    return part;
  }

  /** Browsers and HTTP clients write the octets of UTF-8 into the header. */
  private static String nameOf(Request.Part part) {
    String name = part.getFileName();
    if (name == null || name.isBlank()) {
      throw Errcode.INVALID_MEDIA_TYPE.refusal();
    }
    byte[] octets = name.getBytes(StandardCharsets.ISO_8859_1);
    String decoded = new String(octets, StandardCharsets.UTF_8);
    return decoded.indexOf('\uFFFD') < 0 && decoded.indexOf('?') < 0 ? decoded : name;
  }

  private static void check(String type, String name, int size) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (size == 0) {
      throw Errcode.EMPTY_FILE.refusal();
    }
    if (ENDINGS.containsKey(type) && !ENDINGS.get(type).contains(ending)) {
      throw Errcode.INVALID_MEDIA_TYPE.refusal();
    }
    if (size <= SMALLEST || size > LARGEST.get(type)) {
      throw Errcode.INVALID_FILE_SIZE.refusal();
    }
  }
}
