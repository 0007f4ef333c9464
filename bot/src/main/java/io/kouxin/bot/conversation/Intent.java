package io.kouxin.bot.conversation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a person wants with a few words; whatever is none of these is a memo. */
sealed interface Intent {

  record Help() implements Intent {}

  record Mine() implements Intent {}

  record LookUp(String name) implements Intent {}

  /** A customer is wanted, and none was named: an entry of a chat's menu says so. */
  record LookUpWhom() implements Intent {}

  record Hello() implements Intent {}

  record Fine() implements Intent {}

  /** Whatever was just begun is not wanted any more. */
  record NeverMind() implements Intent {}

  record Drop() implements Intent {}

  /** Something is wrong with it; what, comes next. */
  record Change() implements Intent {}

  record Restore() implements Intent {}

  record Undo() implements Intent {}

  record Separate() implements Intent {}

  record OneVisit() implements Intent {}

  record NewCustomer(String name) implements Intent {}

  /** Words without letters or figures. */
  record Wordless() implements Intent {}

  /** It sounds like the correction of something; {@code explicit} if it says so. */
  record Correct(String words, boolean explicit) implements Intent {}

  record Memo() implements Intent {}

  /** The longest words that can be anything but a memo, in characters. */
  int LONGEST = 60;

  /** Reads it from what was typed or said. */
  static Intent of(String words) {
    String text = Phrases.tidy(words);
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Phrases.ASKS.matcher(words.strip()).matches() ? new Help() : new Wordless();
    }
    if (text.length() > LONGEST) {
      return new Memo();
    }
    return Phrases.COMMANDS.stream()
        .map(command -> command.read(text))
        .filter(found -> !(found instanceof Memo))
        .findFirst()
        .orElseGet(() -> correctionOrMemo(text));
  }

  private static Intent correctionOrMemo(String text) {
    if (Phrases.CORRECTS.matcher(text).find()) {
      return new Correct(text, true);
    }
    return text.length() <= Phrases.SHORT ? new Correct(text, false) : new Memo();
  }

  /** The words that mean something, Chinese and English. */
  final class Phrases {
    static final Pattern ASKS = Pattern.compile("[?？]+");

    /** Shorter than this it may answer a question. */
    static final int SHORT = 24;

    static final Pattern CORRECTS =
        Pattern.compile(
            "^(?:不对(?:[，,。\\s是]|应该)|错了|说错了|记错了|改到|改成|改为|换成|推到|推迟到|提前到|客户是|客户改成|客户应该是|应该是|下一步是|下一步改成"
                + "|不是.{1,16}?[，,、\\s]*(?:应该|而)?是"
                + "|(?:wrong|no)[, ]|(?:it'?s )?not (?:.{1,24}?, it'?s |(?:\\S+ ){1,2}?but )|change |make it |move (?:it )?to"
                + "|(?:the )?customer is|(?:the )?next step is|(?:it )?should be )",
            Pattern.CASE_INSENSITIVE);

    static final List<Command> COMMANDS =
        List.of(
            new Command("帮助|怎么用|使用说明|help", m -> new Help()),
            new Command("(你|您)好|在吗|嗨|hi|hello|hey", m -> new Hello()),
            new Command("(看看)?我的(跟进|记录|待办)|(show )?my (follow-?ups|records|list)", m -> new Mine()),
            new Command("查(一下)?客户|find (a )?customer", m -> new LookUpWhom()),
            // A ward round (查房) is a visit, and longer words are a sentence.
            new Command(
                "(?:查一下|查查|查询|查)(?!房)(?:[\\s:：]+(.{1,40})|([^，。,\\s]{2,12}))"
                    + "|(?:look ?up|find|search)[\\s:]+(.{1,40})",
                m -> new LookUp(firstOf(m).strip())),
            new Command(
                "没问题|对|对的|好|好的|可以|没错|就这样|确认|ok|okay|(?:it'?s |that'?s |all )?(?:fine|right)|yes|looks good|all good|correct",
                m -> new Fine()),
            new Command("算了|不改了|先这样|never ?mind|forget it", m -> new NeverMind()),
            new Command(
                "不要了|不要这条|这条不要了?|删掉|删了|删掉这条|drop it|drop this|delete (it|this|that)",
                m -> new Drop()),
            new Command("改一下|要改|修改|change( it)?|edit( it)?", m -> new Change()),
            new Command("恢复|找回来|restore( it)?|bring it back", m -> new Restore()),
            new Command("撤销|撤回|改回去|undo( it)?", m -> new Undo()),
            new Command("分开记|分开|separate|keep (them )?apart|split (it|them)", m -> new Separate()),
            new Command(
                "其实是一家|是一家|同一家|是同一家|same one|(it'?s )?(all )?one (visit|customer)",
                m -> new OneVisit()),
            new Command(
                "(?:新客户|新建客户|new customer)\\s*[:：是叫]?[:：\\s是叫]\\s*([^，。,;；]{2,40})",
                m -> new NewCustomer(m.group(1).strip())));

    private Phrases() {}

    private static String firstOf(MatchResult match) {
      return IntStream.rangeClosed(1, match.groupCount())
          .mapToObj(match::group)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse("");
    }

    static String tidy(String words) {
      return words.strip().replaceAll("[。.!！~～…]+$", "").strip();
    }
  }

  /** One pattern over the whole words, and what it means. */
  record Command(Pattern pattern, Function<Matcher, Intent> meaning) {
    Command(String pattern, Function<Matcher, Intent> meaning) {
      this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), meaning);
    }

    Intent read(String text) {
      Matcher matcher = pattern.matcher(text);
      return matcher.matches() ? meaning.apply(matcher) : new Memo();
    }
  }
}
