package io.kouxin.integrations.wecom.emulator;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shape of a card with a template (pages 96213 and 101032). Advisory lengths are not checked.
 * Where the platform's number is not known, 40058 stands for it.
 */
final class CardRules {
  private static final Set<String> TYPES =
      Set.of(
          "text_notice",
          "news_notice",
          "button_interaction",
          "vote_interaction",
          "multiple_interaction");
  private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_\\-@]{1,128}");
  private static final int LONGEST_KEY = 1024;

  private CardRules() {}

  /** A card that is sent for the first time. */
  static void check(Fields card) {
    checkFace(card);
    boolean needsTask = !isNotice(card) || card.has("action_menu");
    String task = card.text("task_id");
    require(task.isEmpty() ? !needsTask : TASK_ID.matcher(task).matches());
  }

  /** Everything but the task id, which counts only the first time. */
  static void checkFace(Fields card) {
    require(TYPES.contains(card.text("card_type")));
    checkTitle(card);
    if (isNotice(card) && !opens(card.object("card_action"))) {
      throw Errcode.MISSING_CARD_ACTION.refusal();
    }
    checkCounts(card);
    checkKeys(card);
  }

  /** A page (type 1) or a small program (type 2). */
  private static boolean opens(Fields action) {
    return switch ((int) action.number("type")) {
      case 1 -> action.text("url").matches("https?://.+");
      case 2 -> !action.text("appid").isEmpty();
      default -> false;
    };
  }

  private static void checkTitle(Fields card) {
    boolean subtitleWillDo = card.text("card_type").equals("text_notice");
    boolean titled = !card.object("main_title").text("title").isEmpty();
    if (!titled && !(subtitleWillDo && !card.text("sub_title_text").isEmpty())) {
      throw Errcode.MISSING_TITLE.refusal();
    }
  }

  private static void checkCounts(Fields card) {
    require(card.objects("horizontal_content_list").size() <= 6);
    require(card.objects("vertical_content_list").size() <= 4);
    require(card.objects("jump_list").size() <= 3);
    require(card.objects("select_list").size() <= 3);
    int actions = card.object("action_menu").objects("action_list").size();
    require(card.has("action_menu") ? actions >= 1 && actions <= 3 : actions == 0);
    switch (card.text("card_type")) {
      case "button_interaction" -> require(between(card.objects("button_list").size(), 1, 6));
      case "vote_interaction" -> require(isQuestion(card.object("checkbox"), 20) && submits(card));
      case "multiple_interaction" ->
          require(
              between(card.objects("select_list").size(), 1, 3)
                  && card.objects("select_list").stream().allMatch(each -> isQuestion(each, 10))
                  && submits(card));
      case "news_notice" ->
          require(
              !card.has("button_list")
                  && card.object("card_image").text("url").matches("https?://.+"));
      default -> require(!card.has("button_list"));
    }
  }

  private static void checkKeys(Fields card) {
    List<String> keys =
        card.objects("button_list").stream()
            .filter(button -> button.number("type") == 0)
            .map(button -> button.text("key"))
            .toList();
    require(card.objects("button_list").stream().noneMatch(each -> each.text("text").isEmpty()));
    require(new HashSet<>(keys).size() == keys.size());
    require(keys.stream().allMatch(CardRules::isKey));
  }

  private static boolean isKey(String key) {
    return !key.isEmpty() && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
  }

  /** Options with ids that differ, each with words. */
  private static boolean isQuestion(Fields question, int most) {
    List<Fields> options = question.objects("option_list");
    List<String> ids = options.stream().map(each -> each.text("id")).distinct().toList();
    return isKey(question.text("question_key"))
        && between(options.size(), 1, most)
        && ids.size() == options.size()
        && ids.stream().allMatch(id -> between(id.getBytes(StandardCharsets.UTF_8).length, 1, 128))
        && options.stream().noneMatch(each -> each.text("text").isEmpty());
  }

  private static boolean submits(Fields card) {
    return isKey(card.object("submit_button").text("key"));
  }

  private static boolean isNotice(Fields card) {
    return card.text("card_type").endsWith("_notice");
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
