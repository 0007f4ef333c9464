package io.kouxin.integrations.dingtalk.emulator;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Files of people to fetch, and files of the application to send (KB:upload-media-files). */
final class FileEndpoints {
  private static final int MIB = 1024 * 1024;
  private static final Map<String, Integer> LARGEST =
      Map.of("image", 20 * MIB, "voice", 2 * MIB, "video", 20 * MIB, "file", 20 * MIB);
  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "image", Set.of("jpg", "jpeg", "gif", "png", "bmp"),
          "voice", Set.of("amr", "mp3", "wav"),
          "video", Set.of("mp4"),
          "file", Set.of("doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "pdf", "rar"));
  private final Company company;

  FileEndpoints(Company company) {
    this.company = company;
  }

  Answer download(ApiCall call) {
    Fields request = call.json();
    String robot = request.text("robotCode");
    if (robot.isEmpty()) {
      throw Refused.bad("invalidParameter.robotCode.empty", "robotCode为空");
    }
    if (!robot.equals(company.app().robotCode())) {
      throw Refused.bad("invalidParameter.robotCode.auth", "机器人无权下载");
    }
    String address =
        company
            .downloads()
            .address(request.text("downloadCode"))
            .orElseThrow(
                () -> Refused.bad("invalidParameter.robotCode.downloadCode", "downloadCode不合法"));
    return Answer.ok(Map.of("downloadUrl", company.baseUrl() + address));
  }

  Answer bytes(ApiCall call) {
    return company
        .downloads()
        .file(call.segment(1))
        .map(file -> Answer.of(200, "application/octet-stream", file.bytes()))
        .orElseGet(() -> Answer.of(403, "application/xml", new byte[0]));
  }

  Answer upload(ApiCall call) {
    String type = call.query("type");
    if (!LARGEST.containsKey(type)) {
      throw Refused.old(40004, "不合法的媒体文件类型");
    }
    Request request = call.request();
    Request.Part part = request.isMultipart() ? request.getPart("media") : null;
    if (part == null || part.getBody().asBytes().length == 0) {
      throw Refused.old(40035, "缺少参数 media");
    }
    byte[] bytes = part.getBody().asBytes();
    String name = part.getFileName() == null ? "" : part.getFileName();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!ENDINGS.getOrDefault(type, Set.of()).contains(ending)) {
      throw Refused.old(40004, "不合法的媒体文件类型");
    }
    if (bytes.length > LARGEST.getOrDefault(type, 0)) {
      throw Refused.old(40006, "不合法的文件大小");
    }
    return kept(type, new StoredFile(name, bytes, 0));
  }

  private Answer kept(String type, StoredFile file) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", type);
    answer.put("media_id", company.media().put(file));
    answer.put("created_at", company.clock().millis());
    return Answer.old(answer);
  }
}
