package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Limits ANY = new Limits(8, 6, 20, 2, 3, 5, 2, 2, 4, 2, 100, true, true);

  @Test
  void keeps_a_text_that_fits() {
    assertThat(ANY.cut("华康医院", 4)).isEqualTo("华康医院");
  }

  @Test
  void cuts_from_the_middle() {
    assertThat(ANY.cut("0123456789", 7)).isEqualTo("0123…89");
  }

  @Test
  void counts_characters_outside_the_basic_plane_as_one() {
    assertThat(ANY.cut("𠮷𠮷𠮷𠮷𠮷𠮷", 4)).isEqualTo("𠮷𠮷…𠮷");
  }

  @Test
  void leaves_nothing_where_a_platform_has_no_room_at_all() {
    assertThat(ANY.cut("华康", 0)).isEmpty();
    assertThat(ANY.cut("华康", 1)).isEqualTo("…");
  }

  @Property
  void never_exceeds_the_limit_and_never_splits_a_character(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 60) int most) {
    String cut = ANY.cut(text, most);
    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(most);
    assertThat(lonelySurrogates(cut)).isLessThanOrEqualTo(lonelySurrogates(text));
  }

  private static long lonelySurrogates(String text) {
    return text.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE).count();
  }
}
