package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void folds_width_case_and_traditional_characters() {
    assertThat(PlainText.of("檢驗科　ＤＲＧ①控費").text()).isEqualTo("检验科drg1控费");
  }

  @Test
  void drops_the_spaces_that_a_recogniser_puts_between_chinese_tokens() {
    assertThat(PlainText.of("下 周三   下午 三点").text()).isEqualTo("下周三下午三点");
    assertThat(PlainText.of("用 vosk  model 很好").text()).isEqualTo("用vosk model很好");
  }

  @Test
  void leads_back_to_the_raw_words() {
    String raw = " 下 周三，㎏ 多少";
    PlainText plain = PlainText.of(raw);
    assertThat(plain.text()).isEqualTo("下周三,kg多少");
    assertThat(plain.raw(0, 3).of(raw)).isEqualTo("下 周三");
    assertThat(plain.raw(4, 5).of(raw)).isEqualTo("㎏");
  }

  @Property
  void offsets_never_decrease_and_stay_inside(@ForAll("anything") String raw) {
    PlainText plain = PlainText.of(raw);
    int last = 0;
    for (int i = 0; i < plain.text().length(); i++) {
      Span span = plain.raw(i, i + 1);
      assertThat(span.start()).isGreaterThanOrEqualTo(last);
      assertThat(span.end()).isBetween(span.start(), raw.length());
      last = span.start();
    }
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.strings().withChars("下周三 　ＡＢab檢驗①😀\t\n。，.12").ofMaxLength(60));
  }
}
