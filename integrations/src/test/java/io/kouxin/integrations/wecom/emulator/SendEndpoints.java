package io.kouxin.integrations.wecom.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sending and recalling (pages 90236 and 94867). */
final class SendEndpoints {
  private static final Duration RECALLABLE = Duration.ofHours(24);
  private final EmulatedCorp corp;
  private final ContentRules rules;

  SendEndpoints(EmulatedCorp corp) {
    this.corp = corp;
    this.rules = new ContentRules(corp);
  }

  Answer send(ApiCall call) {
    Fields request = call.json();
    if (request.number("agentid") != corp.app().agentId()) {
      throw Errcode.INVALID_AGENT_ID.refusal();
    }
    Content content = rules.accepted(request);
    if (request.number("enable_duplicate_check") != 1) {
      return deliver(request, content).answer();
    }
    return corp.duplicates().once(request, () -> deliver(request, content), this::swallow);
  }

  private Answer swallow(Duplicates.Delivered before) {
    corp.messages().change(before.msgId(), SentMessage::swallowing);
    return before.answer();
  }

  private Duplicates.Delivered deliver(Fields request, Content content) {
    Recipients to = corp.people().named(request);
    to.refuse(corp.faults().invalidUsers());
    if (to.good().isEmpty() && to.unlicensed().isEmpty()) {
      throw Errcode.NOBODY_LEFT.refusal();
    }
    String id = corp.nextMessageId();
    corp.messages().keep(message(id, content, to));
    return new Duplicates.Delivered(id, answer(id, content, to), corp.duplicates().until(request));
  }

  private SentMessage message(String id, Content content, Recipients to) {
    List<String> delivered = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    to.good().forEach(user -> (corp.pace().admits(user) ? delivered : dropped).add(user));
    Map<String, Content> shown = new LinkedHashMap<>();
    delivered.forEach(user -> shown.put(user, content));
    Receipt receipt = new Receipt(delivered, dropped, to.unknown(), to.unlicensed(), 0);
    return new SentMessage(id, corp.clock().instant(), receipt, content, shown);
  }

  private Answer answer(String id, Content content, Recipients to) {
    Map<String, Object> says = new LinkedHashMap<>();
    says.put("invaliduser", String.join("|", to.unknown()));
    says.put("invalidparty", String.join("|", to.parties()));
    says.put("invalidtag", String.join("|", to.tags()));
    says.put("unlicenseduser", String.join("|", to.unlicensed()));
    says.put("msgid", id);
    if (content.isAnswerable()) {
      says.put("response_code", corp.codes().issue(id));
    }
    return Answer.ok(says);
  }

  Answer recall(ApiCall call) {
    SentMessage message =
        corp.messages()
            .find(call.json().text("msgid"))
            .filter(each -> corp.clock().instant().isBefore(each.at().plus(RECALLABLE)))
            .orElseThrow(Errcode.INVALID_PARAMETER::refusal);
    corp.messages().change(message.msgId(), SentMessage::recalled);
    return Answer.ok(Map.of());
  }
}
