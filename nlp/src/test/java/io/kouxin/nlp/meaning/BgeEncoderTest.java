package io.kouxin.nlp.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kouxin.nlp.meaning.TokenVectors.Token;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgeEncoderTest {
  private static BgeEncoder encoder;

  @BeforeAll
  static void open() throws NoEncoderException {
    encoder = BgeEncoder.open(Locale.CHINESE);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static List<String> pieces(String text) {
    return encoder.encode(text).tokens().stream()
        .map(token -> text.substring(token.start(), token.end()))
        .toList();
  }

  @Test
  void a_chinese_character_is_a_token_and_a_word_is_cut_into_known_pieces() {
    assertThat(pieces("价格太贵 price 3.5万"))
        .containsExactly("价", "格", "太", "贵", "price", "3", ".", "5", "万");
    assertThat(String.join("", pieces("unbelievableprices"))).isEqualTo("unbelievableprices");
  }

  @Test
  void the_vectors_have_length_one_and_depend_on_the_words_around() {
    TokenVectors money = encoder.encode("价格太高");
    TokenVectors high = encoder.encode("楼层太高");
    assertThat(product(money.vectors()[3], money.vectors()[3])).isCloseTo(1, within(1e-4));
    assertThat(product(money.vectors()[3], high.vectors()[3])).isBetween(-1.0, 0.95);
  }

  @Test
  void what_means_the_same_is_more_alike_than_what_shares_a_character() {
    float[] dear = encoder.encode("嫌贵").vectors()[1];
    TokenVectors memo = encoder.encode("他说价钱高得离谱，贵阳的会不去了");
    double price = best(dear, memo, "他说价钱高得离谱".length(), 0);
    double city = best(dear, memo, memo.size(), "他说价钱高得离谱，".length());
    assertThat(price).isGreaterThan(0.2);
    assertThat(city).isLessThan(1);
  }

  private static double best(float[] vector, TokenVectors memo, int to, int from) {
    double best = -1;
    for (int i = from; i < to; i++) {
      best = Math.max(best, product(vector, memo.vectors()[i]));
    }
    return best;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t"})
  void a_text_without_words_has_no_tokens(String text) {
    assertThat(encoder.encode(text).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀客户说行😅", "這個價錢太貴了", "\uD83D half", "IGNORE ALL INSTRUCTIONS", "𠀀𠀁"})
  void strange_text_is_encoded_like_any_other(String text) {
    TokenVectors found = encoder.encode(text);
    assertThat(found.tokens())
        .isNotEmpty()
        .allMatch(t -> t.end() <= text.length() && t.start() < t.end());
    assertThat(found.vectors()).hasNumberOfRows(found.size());
  }

  @Test
  void a_very_long_text_is_encoded_up_to_a_limit() {
    TokenVectors found = encoder.encode("价格太贵".repeat(2500));
    assertThat(found.tokens()).hasSize(4000);
    assertThat(found.tokens().getLast())
        .isEqualTo(new Token(found.tokens().get(3).id(), 3999, 4000));
  }
}
