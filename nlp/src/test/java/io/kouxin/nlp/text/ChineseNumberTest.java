package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumberTest {

  @ParameterizedTest
  @CsvSource({
    "十, 10",
    "二十一, 21",
    "一百零五, 105",
    "一百二, 120",
    "两百五, 250",
    "两千五, 2500",
    "三万二, 32000",
    "三万零二, 30002",
    "十几万, 100000",
    "二十多, 20",
    "30万, 300000",
    "3千5, 3500",
    "一百八十万, 1800000",
    "一亿二千万, 120000000",
    "二点五万, 25000",
    "1.5万, 15000",
    "半, 0.5",
    "俩, 2",
    "零点八, 0.8",
    "二零二六, 2026"
  })
  void reads_numerals_as_they_are_said(String said, String value) {
    assertThat(ChineseNumber.parse(said))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource({"几万", "下", "万人", "''"})
  void what_is_no_number_gives_nothing(String said) {
    assertThat(ChineseNumber.parse(said).filter(v -> v.signum() > 0)).isEmpty();
  }

  @Property
  void reads_back_what_a_naive_speaker_says(@ForAll @IntRange(max = 99_999_999) int number) {
    assertThat(ChineseNumber.parseInt(say(number))).contains(number);
  }

  /** The plainest way to say a number, without the colloquial short forms. */
  private static String say(int number) {
    if (number == 0) {
      return "零";
    }
    String high = number >= 10_000 ? four(number / 10_000) + "万" : "";
    int low = number % 10_000;
    String zero = !high.isEmpty() && low > 0 && low < 1000 ? "零" : "";
    return high + zero + (low > 0 ? four(low) : "");
  }

  private static String four(int number) {
    var out = new StringBuilder();
    int[] powers = {1000, 100, 10, 1};
    String units = "千百十";
    boolean owed = false;
    for (int i = 0; i < 4; i++) {
      int digit = number / powers[i] % 10;
      if (digit == 0) {
        owed = !out.isEmpty();
        continue;
      }
      out.append(owed ? "零" : "")
          .append("零一二三四五六七八九".charAt(digit))
          .append(i < 3 ? units.substring(i, i + 1) : "");
      owed = false;
    }
    return out.toString();
  }
}
