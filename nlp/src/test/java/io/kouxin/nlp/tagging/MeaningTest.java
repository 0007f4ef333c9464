package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.RuleBasedReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private static BgeEncoder encoder;
  private static LuceneTagLibrary library = LuceneTagLibrary.of(List.of());

  @BeforeAll
  static void open() throws NoEncoderException {
    encoder = BgeEncoder.open();
    library = LuceneTagLibrary.of(SmallLibrary.entries(), List.of(), Optional.of(encoder));
  }

  @AfterAll
  static void close() {
    library.close();
    encoder.close();
  }

  private static Tagging tag(String memo) {
    return library.tag(new RuleBasedReader().read(memo, Locale.CHINA, NOW));
  }

  private static List<String> offered(String memo) {
    Tagging found = tag(memo);
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
}
