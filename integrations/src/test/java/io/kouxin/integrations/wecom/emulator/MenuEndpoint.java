package io.kouxin.integrations.wecom.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The menu below the application's chat (page 90231), as strictly as the page describes it. */
final class MenuEndpoint {
  private final EmulatedCorp corp;

  MenuEndpoint(EmulatedCorp corp) {
    this.corp = corp;
  }

  Answer create(ApiCall call) {
    if (!call.query("agentid").equals(String.valueOf(corp.app().agentId()))) {
      throw Errcode.INVALID_AGENT_ID.refusal();
    }
    List<Fields> top = call.json().objects("button");
    require(between(top.size(), 1, 3));
    for (Fields entry : top) {
      List<Fields> below = entry.objects("sub_button");
      require(isBytes(entry.text("name"), 16));
      require(below.isEmpty() ? acts(entry) : !entry.has("type") && between(below.size(), 1, 5));
      below.forEach(each -> require(isBytes(each.text("name"), 40) && acts(each)));
    }
    corp.menu(call.json().json());
    return Answer.ok(Map.of());
  }

  private static boolean acts(Fields entry) {
    return switch (entry.text("type")) {
      case "click" -> isBytes(entry.text("key"), 128);
      case "view" -> isBytes(entry.text("url"), 1024) && entry.text("url").matches("https?://.+");
      default -> false;
    };
  }

  private static boolean isBytes(String words, int most) {
    return between(words.getBytes(StandardCharsets.UTF_8).length, 1, most);
  }

  private static boolean between(int count, int least, int most) {
    return count >= least && count <= most;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
  }
}
