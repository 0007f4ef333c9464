package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that a recogniser cannot know. */
class MisheardTest {
  private static final String REP = "zhangsan";
  private final Chat chat = new Chat(Stores.SQLITE);

  @AfterEach
  void close() {
    chat.close();
  }

  private Part said(String words) {
    chat.says(REP, words);
    return chat.latest(REP).parts().getFirst();
  }

  @Test
  void a_customers_name_is_put_right_and_what_was_heard_is_kept() {
    Part part = said("今天去〔拨〕〔宁〕〔骨科〕〔医院〕何院长说报价太高了下周三再谈");

    assertThat(part.text()).isEqualTo("今天去博宁骨科医院何院长说报价太高了下周三再谈");
    assertThat(part.doubts()).containsExactly(new Part.Doubt(3, 9, Optional.of("拨宁骨科医院")));
    FollowUp latest = chat.latest(REP);
    assertThat(latest.customer().orElseThrow().name()).isEqualTo("博宁骨科医院");
    chat.taps(REP, "看原话");
    assertThat(chat.window(REP).cards().values().iterator().next().body())
        .startsWith("今天去〔博宁骨科医院〕何院长说");
  }

  @Test
  void of_two_customers_that_sound_alike_neither_is_put_in() {
    assertThat(said("今天去〔画〕〔康〕〔医院〕他们说报价太高了").text()).contains("画康医院");
  }

  @Test
  void what_was_heard_with_confidence_stays_and_so_do_typed_words() {
    assertThat(said("今天去画康医院张主任说报价太高了").text()).contains("画康医院");
    chat.types(REP, "今天去画康医院张主任说报价太高了");
    assertThat(chat.latest(REP).parts()).allMatch(part -> part.doubts().isEmpty());
    assertThat(chat.latest(REP).parts().getLast().source().readable()).isEmpty();
  }

  @Test
  void numbers_are_read_in_figures_and_understood_as_they_were_said() {
    Part part = said("今天去华康医院张主任说预算三十万另外〔先〕试用三台");

    assertThat(part.source().readable()).contains("今天去华康医院张主任说预算30万，另外〔先〕试用三台。");
    assertThat(part.amounts()).extracting(amount -> amount.text()).contains("三十万");
  }

  @Test
  void every_word_in_doubt_is_no_reason_to_invent_a_name() {
    String memo = "今天去看了两家医院他们说价格太高想要打折";
    Part part = said("〔今天〕〔去〕〔看〕〔了〕〔两〕〔家〕〔医院〕〔他们〕〔说〕〔价格〕〔太〕〔高〕〔想要〕〔打折〕");

    assertThat(part.text()).isEqualTo(memo);
    assertThat(part.doubts()).extracting(Part.Doubt::heardAs).containsOnly(Optional.empty());
    assertThat(List.of(part.doubts().size())).containsExactly(14);
  }
}
