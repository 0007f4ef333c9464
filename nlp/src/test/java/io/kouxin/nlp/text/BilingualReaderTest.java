package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilingualReaderTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
  private final BilingualReader reader = new BilingualReader(new RuleBasedReader());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今天去了博宁，周五之前给她报价|zh",
        "今天去Northgate见了James Reed，周五之前报价|zh",
        "Northgate Surgical James Reed 要报价|zh",
        "Visited 华康医院, they want a quote by Friday|en",
        "Met the buyer at Northgate. I will send the quote by Friday|en",
        "looks good|en"
      })
  void the_language_is_that_of_the_words(String memo, String language) {
    for (Locale person : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
      assertThat(BilingualReader.language(memo, person).getLanguage()).isEqualTo(language);
    }
  }

  @Test
  void what_has_no_script_is_in_the_language_of_the_person() {
    assertThat(BilingualReader.language("👍 300", Locale.ENGLISH)).isEqualTo(Locale.ENGLISH);
    assertThat(BilingualReader.language("", Locale.CHINESE)).isEqualTo(Locale.CHINESE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh|Met the buyer at Northgate, she wants a trial. I will send the quote by Friday|Friday|send the quote",
        "en|今天见了采购，她想试用，周五之前给她报价|周五之前|给她报价",
        "en|Visited Northgate，周五之前给她报价|周五之前|给她报价",
        "en|I met the buyer at Northgate today and she liked the demo, 周五之前给她报价|周五之前|给她报价",
        "zh|今天去了绿畦食品，冯总很满意，I will send the quote by Friday|Friday|send the quote"
      })
  void time_and_next_step_are_read_in_the_language_they_are_said_in(
      String person, String memo, String due, String action) {
    Utterance read = reader.read(memo, Locale.forLanguageTag(person), NOW);
    assertThat(read.due()).map(Due::text).hasValue(due);
    assertThat(read.due().orElseThrow().at()).isPresent();
    assertThat(read.nextAction()).hasValue(action);
  }

  @Test
  void people_and_amounts_of_both_languages_are_found_once_and_in_order() {
    Utterance read =
        reader.read("今天在Riverside见了Dr Patel和王主任，要5台，预算30%，她 wants five units", Locale.CHINA, NOW);
    assertThat(read.people()).extracting(PersonMention::text).containsExactly("Dr Patel", "王主任");
    assertThat(read.amounts()).extracting(Amount::text).containsExactly("5台", "30%", "five units");
  }

  @Test
  void a_memo_in_one_language_is_read_as_ever() {
    String memo = "下周三之前把方案发给李主任，预算三十万";
    assertThat(reader.read(memo, Locale.CHINESE, NOW))
        .isEqualTo(new RuleBasedReader().read(memo, Locale.CHINESE, NOW));
    String english = "Send the quote for five units to Dr Patel by Friday";
    assertThat(reader.read(english, Locale.CHINESE, NOW))
        .isEqualTo(new RuleBasedReader().read(english, Locale.ENGLISH, NOW));
  }

  @Test
  void visits_are_told_apart_in_the_language_of_the_memo() {
    assertThat(reader.visits("今天两家第一家嫌贵要打折第二家想先试用一台", Locale.ENGLISH)).hasSize(2);
    assertThat(
            reader.visits(
                "the first customer finds it too dear and the second customer wants a trial",
                Locale.CHINESE))
        .hasSize(2);
  }
}
