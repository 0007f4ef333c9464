package io.kouxin.integrations.dingtalk.emulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Links that make the client say something for the person; they work in markdown only. */
final class Links {
  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\]]*)\\]\\(dtmd://dingtalkclient/sendMessage\\?content=([^)&\\s]*)[^)]*\\)");

  private Links() {}

  /** Label to what tapping says, in the order of the message. */
  static Map<String, String> in(Content content) {
    Map<String, String> links = new LinkedHashMap<>();
    if (content.kind().equals("markdown")) {
      LINK.matcher(content.text())
          .results()
          .forEach(found -> links.put(found.group(1), decoded(found.group(2))));
    }
    return links;
  }

  private static String decoded(String written) {
    try {
      return URLDecoder.decode(written, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return written;
    }
  }
}
