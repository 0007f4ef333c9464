package io.kouxin.integrations.wecom.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Members tapping buttons of cards that stand in their chats (template_card_event, page 90240). */
final class Taps {
  private final EmulatedCorp corp;
  private final CallbackDriver driver;

  Taps(EmulatedCorp corp, CallbackDriver driver) {
    this.corp = corp;
    this.driver = driver;
  }

  /** Taps with a fresh response code; what a person could not tap is refused here. */
  Delivery tap(Tap tap, Manner manner) {
    SentMessage message =
        corp.messages()
            .find(tap.card())
            .orElseThrow(() -> new IllegalArgumentException("No card " + tap.card()));
    Content shown =
        message
            .shownTo(tap.user())
            .orElseThrow(() -> new IllegalArgumentException(tap.user() + " does not see it."));
    if (!shown.keys().contains(tap.key())) {
      throw new IllegalArgumentException("No button " + tap.key() + " among " + shown.keys());
    }
    Delivery delivery = driver.deliver(event(tap, message.msgId(), shown), manner);
    delivery
        .reply()
        .flatMap(plain -> PassiveReply.greyed(plain.getBytes(StandardCharsets.UTF_8)))
        .ifPresent(words -> grey(message.msgId(), tap.user(), words));
    return delivery;
  }

  private void grey(String msgId, String user, String words) {
    corp.messages()
        .change(
            msgId,
            now ->
                now.shownTo(user)
                    .map(card -> now.showing(List.of(user), card.greyedAs(words)))
                    .orElse(now));
  }

  private Happening event(Tap tap, String msgId, Content shown) {
    boolean menu = shown.menuKeys().contains(tap.key());
    String kind = menu ? "template_card_menu_event" : "template_card_event";
    Happening event =
        Happening.event(tap.user(), kind)
            .with("EventKey", tap.key())
            .with("TaskId", shown.taskId())
            .with("CardType", shown.cardType())
            .with("ResponseCode", corp.codes().issue(msgId));
    return menu || tap.ticked().isEmpty()
        ? event
        : event.with("SelectedItems", selected(tap.ticked()));
  }

  private static String selected(Map<String, List<String>> ticked) {
    StringBuilder items = new StringBuilder();
    ticked.forEach(
        (question, options) -> {
          StringBuilder ids = new StringBuilder();
          options.forEach(option -> ids.append(CallbackXml.element("OptionId", option)));
          String item =
              CallbackXml.element("QuestionKey", question)
                  + CallbackXml.element("OptionIds", ids.toString());
          items.append(CallbackXml.element("SelectedItem", item));
        });
    return items.toString();
  }
}
