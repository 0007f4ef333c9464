package io.kouxin.bot.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.text.HeardWord;
import io.kouxin.nlp.text.NameRepair;
import io.kouxin.nlp.text.ReadableText.Pause;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WordsTest {
  private static final NameRepair NAMES = NameRepair.of(List.of("强生"));

  private static Words heard(double confidence) {
    List<Transcript.Word> words =
        List.of(
            new Transcript.Word("比", 0.2, 0.4, 0.98),
            new Transcript.Word("墙", 0.4, 0.6, 0.5),
            new Transcript.Word("生", 0.6, 0.9, 0.5),
            new Transcript.Word("贵", 1.5, 1.8, 0.97));
    return Words.of(new Transcript.Heard("比墙生贵", words, "vosk", Locale.CHINESE, 2, confidence));
  }

  @Test
  void keeps_what_was_heard_beside_the_names_put_right() {
    Words right = heard(0.74).spelled(NAMES);

    assertThat(right.said()).isEqualTo("比强生贵");
    assertThat(right.text()).isEqualTo("比墙生贵");
    assertThat(right.words()).isEqualTo(heard(0.74).words());
  }

  @Test
  void changes_nothing_where_nobody_knows_how_sure_the_words_are() {
    assertThat(heard(0).spelled(NAMES)).isEqualTo(heard(0));
    Words platform = Words.platform("比墙生贵", Locale.CHINESE, 2);
    assertThat(platform.spelled(NAMES)).isEqualTo(platform);
  }

  @Test
  void knows_where_the_speaker_paused() {
    assertThat(heard(0.7).pauses()).filteredOn(pause -> pause.seconds() > 0.3).hasSize(1);
    assertThat(heard(0.7).pauses().getLast()).isEqualTo(new Pause(3, 1.5 - 0.9));
    assertThat(heard(0.7).places().getLast()).isEqualTo(new HeardWord(3, 4, 0.97));
  }

  @Test
  void survives_the_store_and_reads_what_an_older_version_wrote() {
    JsonMapper json = JsonMapper.shared();
    Words right = heard(0.74).spelled(NAMES);
    assertThat(json.readValue(json.writeValueAsString(right), Words.class)).isEqualTo(right);

    Words old =
        json.readValue(
            """
            {"outcome":"HEARD","text":"贵","words":[],"engine":"vosk","language":"zh","seconds":2.0,
             "confidence":0.9,"other":null}
            """,
            Words.class);
    assertThat(old.said()).isEqualTo("贵");
    assertThat(old.repaired()).isEmpty();
  }
}
