package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import org.junit.jupiter.api.Test;

class KeepsakesTest extends InChat {

  private void sendsAPicture() {
    chat.sends(new Inbound.Picture(chat.envelope(REP), Chat.bytes("image/png")));
  }

  @Test
  void a_picture_a_place_and_a_file_belong_to_what_is_being_reported() {
    aDraft();
    sendsAPicture();
    chat.sends(new Inbound.Place(chat.envelope(REP), 31.2, 121.5, "市一医院门口"));
    chat.sends(new Inbound.File(chat.envelope(REP), Chat.bytes("application/pdf"), "报价单.pdf"));
    assertThat(chat.latest(REP).attachments())
        .extracting(Attachment::kind)
        .containsExactly("picture", "place", "file");
    assertThat(chat.latest(REP).attachments().getFirst().media()).isNotEmpty();
    assertThat(card().body()).startsWith("照片存好了，放在华东市第一人民医院这条里。");
    assertThat(window().answers())
        .containsExactly("位置存好了，市一医院门口，放在华东市第一人民医院这条里。", "文件存好了。名字是“报价单.pdf”。这种我还看不懂，要紧的说一句，我来记。");
  }

  @Test
  void pictures_that_come_first_wait_for_their_words() {
    sendsAPicture();
    sendsAPicture();
    assertThat(window().answer()).isEqualTo("照片存好了。是哪家的？说个名字就行。");
    aDraft();
    assertThat(chat.latest(REP).attachments()).hasSize(2);
    assertThat(chat.latest(REP).due().orElseThrow().text()).isEqualTo("周五");
  }

  @Test
  void a_name_is_enough_to_say_whose_picture_it_is() {
    sendsAPicture();
    chat.types(REP, "博宁骨科");
    assertThat(chat.latest(REP).customer().orElseThrow().name()).isEqualTo("博宁骨科医院");
    assertThat(chat.latest(REP).attachments()).hasSize(1);
  }

  @Test
  void with_two_visits_the_name_says_which_one_it_belongs_to() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    sendsAPicture();
    chat.types(REP, "博宁骨科");
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.attachments().size())
        .containsExactly(0, 1);
  }
}
