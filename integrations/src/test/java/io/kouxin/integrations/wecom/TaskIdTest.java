package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TaskIdTest {
  private static final String UUID = "019aa1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

  @Test
  void keeps_the_length_of_a_key_of_ids_and_colons() {
    assertThat(TaskId.of("card:" + UUID + ":1")).isEqualTo("card@" + UUID + "@1");
  }

  @Test
  void has_room_for_a_draft_on_the_evening_card_of_the_longest_user_id() {
    String key = "evening:" + "u".repeat(64) + ":2026-11-21:" + UUID;
    assertThat(TaskId.of(key)).hasSize(120);
  }

  @Test
  void has_room_for_a_person_whose_id_is_a_chinese_name() {
    String key = "evening:欧阳娜娜小明:2026-11-21:" + UUID;
    assertThat(TaskId.key(TaskId.of(key))).contains(key);
  }

  @Test
  void refuses_a_key_that_could_not_be_turned_back() {
    assertThatIllegalArgumentException().isThrownBy(() -> TaskId.of(""));
    assertThatIllegalArgumentException().isThrownBy(() -> TaskId.of("x".repeat(129)));
    assertThatIllegalArgumentException().isThrownBy(() -> TaskId.of("card:\ud800"));
    assertThat(TaskId.of("x".repeat(128))).hasSize(128);
  }

  @Test
  void leaves_cards_of_others_alone() {
    for (String other :
        new String[] {"", "_", "a_4", "a_zz", "_41", "_3A", "_c3_a9", "_FF", "a.b", "a b", "客户"}) {
      assertThat(TaskId.key(other)).as(other).isEmpty();
    }
  }

  @Property
  void turns_every_key_back(@ForAll("keys") String key) {
    String id = TaskId.of(key);
    assertThat(id).matches("[0-9A-Za-z_@-]{1,128}");
    assertThat(TaskId.key(id)).contains(key);
  }

  @Property
  void gives_two_keys_two_ids(@ForAll("keys") String one, @ForAll("keys") String other) {
    Assume.that(!one.equals(other));
    assertThat(TaskId.of(one)).isNotEqualTo(TaskId.of(other));
  }

  @Property
  void reads_nothing_but_what_it_wrote(@ForAll @StringLength(max = 140) String any) {
    TaskId.key(any).ifPresent(key -> assertThat(TaskId.of(key)).isEqualTo(any));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings()
        .withChars(":|._-@a1Z 客户😅é")
        .ofMinLength(1)
        .ofMaxLength(14)
        .filter(key -> key.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
  }
}
