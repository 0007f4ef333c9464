package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.RuleBasedReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real sentence model; memos written for this test. */
class MeaningTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

  /** What reps say on other days. */
  private static final List<String> USUAL =
      List.of(
          "上午到医院转了一圈跟护士长打了个招呼没什么新情况",
          "路上堵车到的时候主任已经上手术了改天再约",
          "把上周说的资料送过去了放在前台",
          "今天开了一天会没有出去拜访",
          "跟采购聊了十分钟主要是介绍新同事给他认识",
          "客户这边一切正常设备跑得挺稳定",
          "参加了科室的学习会讲了半小时产品知识",
          "下午回公司写周报顺便把发票交给财务",
          "和代理商一起吃了午饭聊了聊最近的市场",
          "护士长说下个月有学术会议邀请我们参加",
          "合同已经寄出去了快递单号发群里了",
          "今天陪工程师做了年度保养一切都好",
          "主任出差了跟副主任简单寒暄了几句",
          "到学校见了教务老师他带我看了新教室",
          "新来的实习生培训了一上午",
          "在客户那里等了一个小时最后电话沟通的",
          "拿到了签收单已经拍照存档",
          "跟进了上次的培训安排时间定在下午",
          "去仓库清点了样品数量都对得上",
          "今天下雨没有外出在办公室整理客户名单",
          "客户生日送了一束花他挺开心",
          "展会第一天人不多收了二十张名片");

  private static BgeEncoder encoder;
  private static LuceneTagLibrary library = LuceneTagLibrary.of(List.of());

  @BeforeAll
  static void open() throws NoEncoderException {
    encoder = BgeEncoder.open(Locale.CHINESE);
    library = LuceneTagLibrary.of(SmallLibrary.entries(), USUAL, List.of(encoder));
  }

  @AfterAll
  static void close() {
    library.close();
    encoder.close();
  }

  private static Tagging tag(String memo) {
    return tag(library, memo);
  }

  private static Tagging tag(LuceneTagLibrary library, String memo) {
    return library.tag(new RuleBasedReader().read(memo, Locale.CHINA, NOW));
  }

  private static List<String> offered(String memo) {
    return offered(library, memo);
  }

  private static List<String> offered(LuceneTagLibrary library, String memo) {
    Tagging found = tag(library, memo);
    return Stream.concat(found.tags().stream(), found.suggestions().stream())
        .map(Tag::entry)
        .limit(3)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "今天去了主任那儿他觉得咱们收费偏高了, price",
    "设备出毛病打电话过去一直没有师傅上门, service",
    "说好上周送来的仪器到今天都没看见影子, delivery",
    "财务那边讲今年的款项都用完了, budget",
    "他们打算先弄一套放在病房里用用再讲, trial"
  })
  void what_is_said_in_other_words_is_offered(String memo, String entry) {
    assertThat(offered(memo)).contains(entry);
  }

  @Test
  void an_entry_that_was_just_added_is_understood_in_other_words_and_the_rest_as_before() {
    var parking =
        new LibraryEntry(
            "parking", Kind.NEED, "停车不便", List.of("没地方停车", "车位不够用", "停车位太少"), "", Locale.CHINESE);
    var entries = new ArrayList<>(SmallLibrary.entries());
    entries.addFirst(parking);
    try (LuceneTagLibrary edited = library.edited(entries)) {
      assertThat(offered(edited, "他们院里车都没处搁，绕了三圈也没找着空位")).contains("parking");
      String late = "说好上周送来的仪器到今天都没看见影子";
      assertThat(tag(edited, late).tags()).isEqualTo(tag(late).tags());
      try (LuceneTagLibrary back = edited.edited(SmallLibrary.entries())) {
        assertThat(tag(back, late)).isEqualTo(tag(late));
      }
    }
  }

  @Test
  void a_library_calibrated_again_on_the_same_memos_is_the_same() {
    try (LuceneTagLibrary again =
        library.calibrated(SmallLibrary.entries(), USUAL, List.of(encoder))) {
      String late = "说好上周送来的仪器到今天都没看见影子";
      assertThat(tag(again, late)).isEqualTo(tag(late));
    }
  }

  @Test
  void evidence_points_at_the_words_that_mean_it() {
    String memo = "先去了趟食堂，下午见到主任，他觉得咱们收费偏高了，别的没讲";
    Tagging found = tag(memo);
    Tag price =
        Stream.concat(found.tags().stream(), found.suggestions().stream())
            .filter(tag -> tag.entry().equals("price"))
            .findFirst()
            .orElseThrow();
    Evidence first = price.evidence().getFirst();
    assertThat(memo.substring(first.start(), first.end())).isEqualTo(first.text());
    assertThat(first.start()).isGreaterThan(memo.indexOf("食堂"));
  }

  @Test
  void a_denial_is_seen_where_the_meaning_was_found() {
    assertThat(tag("他没嫌价格太贵").tags())
        .filteredOn(tag -> tag.status() == Status.ASSERTED)
        .extracting(Tag::entry)
        .doesNotContain("price");
  }

  @Test
  void what_cannot_be_done_is_not_done_however_near_its_words_are() {
    var milestone = List.of(entry("approved", "院里批下来了", "设备委员会过了", "院里同意采购了"));
    try (var first = LuceneTagLibrary.of(milestone, List.of(), List.of(encoder))) {
      assertThat(asserted(first, "采购说院里批下来了")).containsExactly("approved");
      assertThat(asserted(first, "采购说院里批不下来")).isEmpty();
      assertThat(asserted(first, "采购说院里批不批还不知道")).isEmpty();
      assertThat(offered(first, "采购说院里批不批还不知道")).containsExactly("approved");
    }
  }

  @Test
  void what_works_well_is_no_complaint_however_near_its_words_are() {
    var idle = List.of(entry("idle", "机器用不起来", "买回来就没怎么用", "设备没人用"));
    try (var first = LuceneTagLibrary.of(idle, List.of(), List.of(encoder))) {
      assertThat(asserted(first, "主任说机器用不起来")).containsExactly("idle");
      assertThat(asserted(first, "机器装好了，科室用得不错")).isEmpty();
    }
  }

  private static List<String> asserted(LuceneTagLibrary library, String memo) {
    return tag(library, memo).tags().stream()
        .filter(tag -> tag.status() == Status.ASSERTED)
        .map(Tag::entry)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "嗯 那个 就是 然后", "😀😀", "等我到家再说信号不好"})
  void what_says_nothing_is_not_tagged(String memo) {
    assertThat(tag(memo).tags()).isEmpty();
  }

  @Test
  void ten_thousand_characters_without_a_break_are_tagged() {
    assertThat(tag("价格太贵了" + "今天天气不错我们走了走".repeat(900)).tags())
        .extracting(Tag::entry)
        .contains("price");
  }

  private static LibraryEntry entry(String id, String... phrases) {
    return new LibraryEntry(id, Kind.NEED, id, List.of(phrases), "", Locale.CHINESE);
  }

  @Test
  void on_the_first_day_other_words_are_understood_by_one_phrase() {
    var dear = List.of(entry("dear", "嫌我们太贵"));
    try (var first = LuceneTagLibrary.of(dear, List.of(), List.of(encoder))) {
      assertThat(offered(first, "老板把报价单推回来说这个数他实在掏不起")).containsExactly("dear");
      assertThat(offered(first, "今天路上堵车到的时候人已经走了")).isEmpty();
    }
  }

  @Test
  void on_the_first_day_the_words_of_a_trade_are_no_sign_of_its_needs() {
    var hospital =
        List.of(
            entry("nurses", "护士站人手不够", "护士半夜跑断腿", "护士长嫌病房事情太多", "护士一个人管三个病房", "科里护士天天加班"),
            entry("beds", "医院走廊都加床了", "病人等不到床位", "科室床位周转慢", "骨科床位一直满着", "住院要排队"),
            entry("theatre", "医院手术室排不开", "骨科手术排到下个月", "主任说手术台不够", "病人等手术等了半个月", "手术室一天只开三台"),
            entry("pain", "病人术后疼得睡不着", "骨科病人喊疼", "护士说止痛效果不好", "术后镇痛不到位", "主任嫌止痛起效慢"),
            entry("papers", "主任要文献", "骨科要临床资料", "医院要看指南", "科里要讲课的资料", "护士长要宣教资料"));
    try (var first = LuceneTagLibrary.of(hospital, List.of(), List.of(encoder))) {
      assertThat(tag(first, "今天去了趟中心医院骨科没见到人把名片放护士站了明天再来").tags()).isEmpty();
      assertThat(tag(first, "骨科病房里挤得走廊上都睡着人").tags()).extracting(Tag::entry).contains("beds");
    }
  }

  @Test
  void with_a_whole_pack_of_new_entries_it_goes_by_words_until_it_is_calibrated() {
    var pack = new ArrayList<>(SmallLibrary.entries());
    for (int e = 0; e < 30; e++) {
      String id = "new-" + e;
      pack.add(entry(id, id + "床位", id + "手术", id + "护士", id + "病房"));
    }
    try (var bigger = library.edited(pack);
        var same = library.edited(SmallLibrary.entries())) {
      assertThat(bigger.understandsMeaning()).isFalse();
      assertThat(same.understandsMeaning()).isTrue();
    }
  }
}
