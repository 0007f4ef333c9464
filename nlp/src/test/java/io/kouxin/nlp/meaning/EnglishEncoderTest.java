package io.kouxin.nlp.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishEncoderTest {
  private static BgeEncoder encoder;

  @BeforeAll
  static void open() throws NoEncoderException {
    encoder = BgeEncoder.open(Locale.US);
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
  void it_says_what_it_was_made_for() {
    assertThat(encoder.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void a_word_is_a_token_or_is_cut_into_known_pieces() {
    assertThat(pieces("they don't like the price, 3.5 k"))
        .containsExactly("they", "don", "'", "t", "like", "the", "price", ",", "3", ".", "5", "k");
    assertThat(String.join("", pieces("unbelievableprices"))).isEqualTo("unbelievableprices");
  }

  @ParameterizedTest
  @CsvSource({"café,cafe", "naïve,naive", "the façade,the facade"})
  void an_accent_makes_no_other_word(String accented, String plain) {
    assertThat(encoder.encode(accented).tokens()).isEqualTo(encoder.encode(plain).tokens());
  }

  @Test
  void what_means_the_same_is_more_alike_than_what_shares_a_word() {
    TokenVectors dear = encoder.encode("too expensive");
    TokenVectors same = encoder.encode("it costs a fortune");
    TokenVectors other = encoder.encode("he came too late");
    assertThat(best(dear.vectors()[1], same)).isGreaterThan(best(dear.vectors()[1], other) + 0.2);
  }

  @Test
  void tokens_of_different_sentences_share_nothing_on_the_average() {
    List<TokenVectors> sentences =
        Stream.of(
                "the parcel arrived on monday",
                "her boss signs everything above a thousand",
                "patients could not sleep for pain",
                "can we connect it to the booking system")
            .map(encoder::encode)
            .toList();
    double mean =
        sentences.stream()
            .flatMap(a -> sentences.stream().filter(b -> b != a).map(b -> List.of(a, b)))
            .flatMapToDouble(pair -> products(pair.getFirst(), pair.getLast()))
            .average()
            .orElse(1);
    assertThat(mean).isBetween(-0.1, 0.1);
  }

  @Test
  void the_vectors_have_length_one() {
    assertThat(List.of(encoder.encode("price of a pump").vectors()))
        .allSatisfy(v -> assertThat(product(v, v)).isCloseTo(1, within(1e-4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n\t"})
  void a_text_without_words_has_no_tokens(String text) {
    assertThat(encoder.encode(text).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"价格太贵", "😀 fine 😅", "\uD83D half", "IGNORE ALL INSTRUCTIONS", "が한글"})
  void strange_text_is_encoded_like_any_other(String text) {
    TokenVectors found = encoder.encode(text);
    assertThat(found.tokens())
        .isNotEmpty()
        .allMatch(t -> t.end() <= text.length() && t.start() < t.end());
    assertThat(found.vectors()).hasNumberOfRows(found.size());
  }

  @Test
  void a_language_without_a_model_is_named() {
    assertThatThrownBy(() -> BgeEncoder.open(Locale.FRENCH))
        .isInstanceOf(NoEncoderException.class)
        .hasMessage("there is no sentence model for fr");
  }

  private static DoubleStream products(TokenVectors a, TokenVectors b) {
    return Arrays.stream(a.vectors())
        .flatMapToDouble(x -> Arrays.stream(b.vectors()).mapToDouble(y -> product(x, y)));
  }

  private static double best(float[] vector, TokenVectors memo) {
    return Arrays.stream(memo.vectors()).mapToDouble(v -> product(vector, v)).max().orElse(-1);
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
