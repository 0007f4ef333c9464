package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.Tagging.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words in and around the evidence say by rules alone. */
class DenialTest {
  private static Status status(String before, String evidence, String after, String phrase) {
    int start = before.length();
    return Denial.status(before + evidence + after, start, start + evidence.length(), phrase);
  }

  @Test
  void what_is_denied_on_either_side_does_not_hold() {
    assertThat(status("主任没嫌", "价格高", "", "嫌价格高")).isEqualTo(Status.NEGATED);
    assertThat(status("", "出报告慢", "已经解决了", "出报告慢")).isEqualTo(Status.NEGATED);
    assertThat(status("", "出报告慢", "他急得很", "出报告慢")).isEqualTo(Status.ASSERTED);
  }

  @Test
  void what_is_denied_within_the_evidence_does_not_hold_unless_the_phrase_denies_it_too() {
    assertThat(status("他说", "资料放在外面他不担心", "", "担心资料放在外面")).isEqualTo(Status.NEGATED);
    assertThat(status("他说", "谁来装无所谓", "", "谁来装无所谓")).isEqualTo(Status.ASSERTED);
  }

  @ParameterizedTest
  @CsvSource({
    "不然, 院里批, 不下来, 院里批了, NEGATED",
    "不然, 院里批不下来, '', 院里批下来了, NEGATED",
    "这个价, 院里批, 不了, 院里批了, NEGATED",
    "这个价, 院里批, 不了, 院里批下来了, NEGATED",
    "'', 院里批, 不批还不知道, 院里批了, UNCERTAIN",
    "'', 院里批, 不批还不知道, 院里批下来了, UNCERTAIN",
    "'', 院里批不批, '', 院里不批, ASSERTED",
    "'', 老板没空见我, '', 见到老板了, NEGATED",
    "'', 老板不肯见, '', 老板见我了, NEGATED",
    "今天没, 见着院长, '', 见到院长了, NEGATED",
    "今天没, 见着院长, '', 见着院长, NEGATED",
    "'', 合同还没签, '', 合同签了, NEGATED",
    "'', 手术没排上, '', 手术排好了, NEGATED",
    "机器, 还没能按时装好, '', 机器装好了, NEGATED",
    "'', 验收没通过, '', 设备验收通过了, NEGATED",
    "'', 上次没签成这次签了, '', 合同签了, ASSERTED",
    "'', 没想到见到院长了, '', 见到院长了, ASSERTED",
    "厂长, 影子都没见到, '', 只见到办事员, ASSERTED",
    "'', 预算没定, '', 等预算定下来, ASSERTED",
    "'', 库房没货了, '', 断货了, ASSERTED",
    "'', 合同有没有签, '', 合同签了, ASSERTED",
    "'', 毛巾角上能不能绣上店名, '', 能绣上名字吗, ASSERTED",
    "'', 修了三次没修好, '', 修了好几次, ASSERTED",
    "'', 设备老坏修不好, '', 设备老是坏, ASSERTED",
    "'', 修了三次, 修不好, 修了好几次, ASSERTED"
  })
  void what_cannot_be_done_is_not_done_and_what_is_broken_stays_broken(
      String before, String evidence, String after, String phrase, Status completion) {
    int start = before.length();
    String text = before + evidence + after;
    int end = start + evidence.length();
    assertThat(Denial.completion(text, start, end, phrase)).isEqualTo(completion);
  }

  @ParameterizedTest
  @CsvSource({
    "科室, 用得不错, '', 机器用不起来, true",
    "主任说机器, 用, 得好好的, 买了不用, true",
    "'', 机器跑得很稳, '', 机器老坏, true",
    "'', 用得好好的突然不开机了, '', 机器不开机, false",
    "院里想, 用得好, '', 机器用不起来, false",
    "以前, 用得挺顺, '', 机器用不起来, false",
    "'', 现在的用得挺好, '', 现在的用得好不想换, false",
    "'', 那个牌子用着顺手, '', 用惯了老牌子不想换, false",
    "'', 竞品在科里用得不错, '', 竞品在科里做演示, false",
    "还有, 好几台, 用得不错, 机器用不起来, false"
  })
  void what_is_praised_is_no_complaint(
      String before, String evidence, String after, String phrase, boolean praised) {
    int start = before.length();
    String text = before + evidence + after;
    assertThat(Denial.praised(text, start, start + evidence.length(), phrase)).isEqualTo(praised);
  }

  @Test
  void a_lack_that_was_mended_is_none() {
    assertThat(status("", "没有预算", "已经批下来了", "没有预算")).isEqualTo(Status.NEGATED);
  }

  @Test
  void what_the_phrase_itself_ends_with_does_not_deny_it() {
    assertThat(status("", "设备装", "好了", "设备装好了")).isEqualTo(Status.ASSERTED);
    assertThat(status("", "手术", "排好了", "手术排好了")).isEqualTo(Status.ASSERTED);
    assertThat(status("", "设备老坏", "修好了", "设备老是坏")).isEqualTo(Status.NEGATED);
  }

  @Test
  void a_lack_whose_words_go_on_behind_the_evidence_holds() {
    assertThat(status("今年的", "预算没", "到位", "预算没定")).isEqualTo(Status.ASSERTED);
    assertThat(status("那笔", "钱还没有", "批下来", "钱没批")).isEqualTo(Status.ASSERTED);
    assertThat(status("", "漏水还没", "解决", "漏水")).isEqualTo(Status.ASSERTED);
  }
}
