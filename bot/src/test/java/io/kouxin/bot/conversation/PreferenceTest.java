package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.hearing.Preference;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose words count where the platform has listened too. */
class PreferenceTest {
  private static final String REP = "zhangsan";
  private static final String OURS = "刚去市一医院见了张主任，嫌比迈瑞贵，周五寄资料";
  private static final String UNSURE = "刚去〔市医院〕见了张主任，嫌比〔卖睡〕贵，周五〔鸡〕资料";
  private static final String THEIRS = "刚去市一医院见了张主任。嫌比迈瑞贵。周五寄资料。";

  private static void with(Preference preference, Consumer<Chat> test) {
    try (var chat = new Chat(Stores.SQLITE, preference)) {
      test.accept(chat);
    }
  }

  private static Part.Source source(Chat chat) {
    FollowUp visit = chat.latest(REP);
    return visit.parts().getFirst().source();
  }

  @ParameterizedTest
  @CsvSource({
    "OWN, true, scripted, platform",
    "OWN, false, scripted, platform",
    "BETTER, true, scripted, platform",
    "BETTER, false, platform, scripted",
    "PLATFORM, true, platform,",
    "PLATFORM, false, platform,"
  })
  void the_setting_decides_and_the_other_words_are_kept(
      Preference preference, boolean sure, String counts, String beside) {
    with(
        preference,
        chat -> {
          chat.says(REP, chat.recorder.saying(sure ? OURS : UNSURE, Locale.CHINESE), THEIRS);
          assertThat(source(chat).engine()).isEqualTo(counts);
          assertThat(source(chat).other().map(Part.Other::engine))
              .isEqualTo(Optional.ofNullable(beside));
          assertThat(source(chat).media()).as("the recording").isPresent();
          assertThat(chat.window(REP).card().subtitle())
              .isEqualTo(counts.equals("platform") ? "语音（平台转写），已先存好" : "28秒语音，已先存好");
        });
  }

  @Test
  void while_the_model_is_missing_the_platforms_words_do() {
    with(
        Preference.BETTER,
        chat -> {
          chat.recorder.loseModels();
          chat.says(REP, chat.recorder.saying(OURS, Locale.CHINESE), THEIRS);
          assertThat(source(chat).engine()).isEqualTo("platform");
        });
  }

  @Test
  void whoever_wants_our_words_waits_for_them() {
    with(
        Preference.OWN,
        chat -> {
          chat.recorder.loseModels();
          chat.says(REP, chat.recorder.saying(OURS, Locale.CHINESE), THEIRS);
          assertThat(chat.followUps(REP)).isEmpty();
          chat.recorder.findModels();
          chat.pass(java.time.Duration.ofSeconds(30));
          assertThat(source(chat).engine()).isEqualTo("scripted");
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BETTER", "PLATFORM"})
  void a_recording_that_nobody_can_play_still_has_the_platforms_words(Preference preference) {
    with(
        preference,
        chat -> {
          chat.says(REP, "no sound".getBytes(StandardCharsets.UTF_8), THEIRS);
          assertThat(source(chat).engine()).isEqualTo("platform");
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_recording_that_the_platform_lost_still_has_its_words(Preference preference) {
    with(
        preference,
        chat -> {
          chat.sends(
              new Inbound.Voice(
                  chat.envelope(REP),
                  new MediaRef.Remote("lost", "audio/amr"),
                  Optional.of(THEIRS)));
          assertThat(source(chat).engine()).isEqualTo("platform");
          assertThat(source(chat).media()).isEmpty();
        });
  }

  @Test
  void empty_words_of_the_platform_are_none() {
    with(
        Preference.PLATFORM,
        chat -> {
          chat.says(REP, chat.recorder.saying(OURS, Locale.CHINESE), "  ");
          assertThat(source(chat).engine()).isEqualTo("scripted");
        });
  }
}
