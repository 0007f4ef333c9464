package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBasedReaderTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
  private final RuleBasedReader reader = new RuleBasedReader();

  private Utterance zh(String memo) {
    return reader.read(memo, Locale.CHINA, NOW);
  }

  private Utterance en(String memo) {
    return reader.read(memo, Locale.ENGLISH, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "院里给了三十万的额度, 三十万, 300000, CNY", "一份要九块六, 九块六, 9.6, CNY", "一瓶差三毛, 三毛, 0.3, CNY",
        "让我们打八折, 八折, 0.8, 折",
    "首付三成, 三成, 30, %", "差了百分之十五, 百分之十五, 15, %", "先装两台, 两台, 2, 台", "等了四十多分钟, 四十多分钟, 40, 分钟",
    "一个人一年一百二, 一百二, 120, CNY", "预算30万, 30万, 300000, CNY", "大概十几万吧, 十几万, 100000, CNY",
        "单价三千块钱, 三千块钱, 3000, CNY",
    "拖了一个半月, 一个半月, 1.5, 个月", "量了三个月, 三个月, 3, 个月"
  })
  void reads_amounts_with_their_unit(String memo, String text, String value, String unit) {
    assertThat(zh(memo).amounts())
        .anySatisfy(
            a -> {
              assertThat(a.text()).isEqualTo(text);
              assertThat(a.value()).isEqualByComparingTo(value);
              assertThat(a.unit()).isEqualTo(unit);
            });
  }

  @Test
  void numbers_of_a_time_are_no_amounts() {
    assertThat(zh("下周三下午三点再去一个科室").amounts()).isEmpty();
  }

  @Test
  void reads_english_amounts() {
    assertThat(
            en("they offered three hundred thousand yuan and 20 percent off for five units")
                .amounts())
        .extracting(a -> a.value().toPlainString() + a.unit())
        .containsExactly("300000CNY", "20%", "5units");
  }

  @ParameterizedTest
  @CsvSource({
    "跟检验科刘主任谈过了, 检验科刘主任, 刘主任, 检验科主任", "质量部的周工来看样, 质量部的周工, 周工, 质量部", "明天给王总打电话, 王总, 王总, 总",
    "李护士长说病人多, 李护士长, 李护士长, 护士长", "夜班主管发火了, 夜班主管, '', 夜班主管", "分管副总没见到, 分管副总, '', 分管副总",
    "交给小王去办, 小王, 小王, ''", "冷链公司的陈总同意了, 陈总, 陈总, 总", "欧阳院长点头了, 欧阳院长, 欧阳院长, 院长"
  })
  void reads_people_with_their_titles(String memo, String text, String name, String role) {
    assertThat(zh(memo).people())
        .anySatisfy(
            p -> {
              assertThat(p.text()).isEqualTo(text);
              assertThat(p.name()).isEqualTo(name);
              assertThat(p.role()).isEqualTo(role);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"损失四万厂长急了", "等四十多分钟主任不高兴", "经理每周手工拼表", "东方总部说要走平台"})
  void the_end_of_another_word_is_no_surname(String memo) {
    assertThat(zh(memo).people()).allSatisfy(p -> assertThat(p.name()).isEmpty());
  }

  @Test
  void reads_english_people() {
    assertThat(en("Dr. Smith and the purchasing manager asked for a trial").people())
        .extracting(PersonMention::text)
        .containsExactly("Dr. Smith", "purchasing manager");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今天两家第一家嫌贵要打折第二家想先试用一台|今天两家第一家嫌贵要打折/第二家想先试用一台",
        "上午那家说预算没批下来下午去的那家要我们周五报价|上午那家说预算没批下来/下午去的那家要我们周五报价",
        "先说头一个客户质控老是漂再说另一个客户嫌出报告慢|先说头一个客户质控老是漂/再说另一个客户嫌出报告慢",
        "第一站供货慢他发火了第二站审批走不下去|第一站供货慢他发火了/第二站审批走不下去",
        "店里冰柜坏了要换还有一家超市的采购嫌我们送货慢|店里冰柜坏了要换/还有一家超市的采购嫌我们送货慢",
        "我们是他们第一家供应商合作三年了一直很好|我们是他们第一家供应商合作三年了一直很好",
        "客户拿着另外一家的标价跟我磨|客户拿着另外一家的标价跟我磨",
        "院长说第一要便宜第二要快|院长说第一要便宜第二要快"
      })
  void splits_a_memo_into_its_visits(String memo, String visits) {
    assertThat(reader.visits(memo, Locale.CHINA))
        .extracting(s -> s.of(memo))
        .containsExactly(visits.split("/"));
  }

  @Test
  void splits_english_visits() {
    String memo =
        "the first customer finds it too expensive and the second customer wants a trial unit";
    assertThat(reader.visits(memo, Locale.ENGLISH)).hasSize(2);
    assertThat(reader.visits("the customer wants it first thing in the morning", Locale.ENGLISH))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"下周三之前把方案发给李主任，其他没什么, 把方案发给李主任", "老板让我们重新报一版, 重新报一版", "具体的我得问一下研发，先这样, 问一下研发"})
  void finds_what_is_to_be_done_next(String memo, String action) {
    assertThat(zh(memo).nextAction()).contains(action);
  }

  @Test
  void no_action_is_made_up() {
    assertThat(zh("客户送了我一盆绿萝").nextAction()).isEmpty();
  }

  @Test
  void the_english_action_stands_before_its_time() {
    assertThat(en("I have to bring the demo unit on Friday").nextAction())
        .contains("bring the demo unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "😀😀", "。。。", "\uD800", "\u0000\u0001", "点点点半半半", "a", "一", "两百五点五点"})
  void odd_input_is_read_as_nothing_much(String odd) {
    assertThat(zh(odd).due()).isEmpty();
    assertThat(en(odd).due()).isEmpty();
    assertThat(zh(odd).people()).isEmpty();
    assertThat(reader.visits(odd, Locale.CHINA)).containsExactly(new Span(0, odd.length()));
  }

  @Test
  @Timeout(60)
  void a_memo_of_a_hundred_kilobytes_does_not_hang() {
    String memo = "客户说下周三下午三点再去三十万".repeat(2_500);
    Utterance read = zh(memo);
    assertThat(read.due()).isPresent();
    assertThat(read.amounts()).hasSize(2_500);
  }

  @Property(tries = 300)
  void every_span_lies_inside_the_raw_text(@ForAll("memos") String memo) {
    for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
      Utterance read = reader.read(memo, language, NOW);
      read.amounts().forEach(a -> assertThat(a.span().of(memo)).isEqualTo(a.text()));
      read.people().forEach(p -> assertThat(p.span().of(memo)).isEqualTo(p.text()));
      read.due().ifPresent(d -> assertThat(d.span().of(memo)).isEqualTo(d.text()));
      read.clauses().forEach(c -> assertThat(c.of(memo)).isNotBlank());
      read.nextAction().ifPresent(a -> assertThat(memo).contains(a));
      List<Span> visits = reader.visits(memo, language);
      assertThat(visits.getLast().end()).isEqualTo(memo.length());
    }
  }

  @Provide
  Arbitrary<String> memos() {
    return Arbitraries.of(
            "下周三",
            "下午",
            " ",
            "三点",
            "，",
            "第一家",
            "第二家嫌贵",
            "检验科刘主任",
            "三十万",
            "半",
            "前",
            "后",
            "ＡＢ",
            "檢",
            "next friday",
            "at three",
            " the second customer ",
            "Dr. Smith",
            "😀",
            "让我",
            "三天",
            "内",
            "九块六",
            "5%")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
