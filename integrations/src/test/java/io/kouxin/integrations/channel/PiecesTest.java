package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static final int MOST = 2048;

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("王主任说太贵了", "。", "，", "\n", "！", "😅", "a", "CT-3000 ", "é", "〔", " ")
        .list()
        .ofMaxSize(900)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void together_they_are_the_text_and_each_fits(@ForAll("texts") String text) {
    List<String> pieces = Pieces.of(text, MOST);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> bytes(piece) <= MOST && !piece.isEmpty());
  }

  @Property(tries = 300)
  void no_pair_of_surrogates_is_cut(@ForAll("texts") String text) {
    assertThat(Pieces.of(text, 50))
        .allMatch(
            piece ->
                !Character.isLowSurrogate(piece.charAt(0))
                    && !Character.isHighSurrogate(piece.charAt(piece.length() - 1)));
  }

  @Property(tries = 300)
  void any_string_comes_back_whole(@ForAll String text) {
    List<String> pieces = Pieces.of(text, 10);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> bytes(piece) <= 10);
  }

  @Test
  void cuts_after_a_sentence_before_a_clause() {
    assertThat(Pieces.of("他说，太贵。再想想，行吗", 24)).containsExactly("他说，太贵。", "再想想，行吗");
  }

  @Test
  void cuts_after_a_clause_where_no_sentence_ends() {
    assertThat(Pieces.of("他说价格有点高，再想想行吗", 27)).containsExactly("他说价格有点高，", "再想想行吗");
  }

  @Test
  void a_border_near_the_beginning_is_not_used() {
    assertThat(Pieces.of("好。一二三四五六七八九十", 24)).containsExactly("好。一二三四五六", "七八九十");
  }

  @Test
  void a_short_text_is_one_piece_and_no_text_none() {
    assertThat(Pieces.of("已存好。", MOST)).containsExactly("已存好。");
    assertThat(Pieces.of("", MOST)).isEmpty();
  }

  private static int bytes(String piece) {
    return piece.getBytes(StandardCharsets.UTF_8).length;
  }
}
