package io.kouxin.integrations.wecom.emulator;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changing a card that stands in chats (page 94888). */
final class CardEndpoint {
  private final EmulatedCorp corp;

  CardEndpoint(EmulatedCorp corp) {
    this.corp = corp;
  }

  Answer update(ApiCall call) {
    Fields request = call.json();
    if (request.number("agentid") != corp.app().agentId()) {
      throw Errcode.INVALID_AGENT_ID.refusal();
    }
    UnaryOperator<Content> change = change(request);
    if (!request.has("userids") && request.number("atall") != 1) {
      throw Errcode.NOBODY_NAMED.refusal();
    }
    String msgId = corp.codes().use(request.text("response_code"));
    SentMessage message = corp.messages().find(msgId).orElseThrow();
    List<String> users = users(request, message);
    corp.messages().change(msgId, now -> now.showing(users, change.apply(currentFor(users, now))));
    List<String> unknown =
        users.stream().filter(user -> corp.people().find(user).isEmpty()).toList();
    return Answer.ok(Map.of("invaliduser", unknown));
  }

  private static List<String> users(Fields request, SentMessage message) {
    return request.number("atall") == 1 ? message.receipt().delivered() : request.texts("userids");
  }

  private static Content currentFor(List<String> users, SentMessage message) {
    return users.stream()
        .flatMap(user -> message.shownTo(user).stream())
        .findFirst()
        .orElse(message.content());
  }

  private static UnaryOperator<Content> change(Fields request) {
    String grey = request.object("button").text("replace_name");
    if (!grey.isEmpty()) {
      return card -> card.greyedAs(grey);
    }
    Fields card = request.object("template_card");
    CardRules.checkFace(card);
    return before -> before.replacedBy(card.json());
  }
}
