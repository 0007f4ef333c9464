package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VoskNativesTest {
  @Test
  void keeps_chinese_words_where_the_locale_knows_none() throws Exception {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            VoskWordsMain.class.getName());
    command.environment().put("LC_ALL", "C");
    command.environment().remove("JAVA_TOOL_OPTIONS");
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

    assertThat(process.waitFor()).isZero();
    byte[] words = "关节镜 王主任".getBytes(StandardCharsets.UTF_8);
    assertThat(said.strip()).isEqualTo("UTF-8 " + new BigInteger(1, words).toString(16));
  }

  @Test
  void joins_chinese_words_without_spaces_and_english_ones_with() {
    String json =
        """
        {"result":[{"conf":0.5,"end":0.9,"start":0.3,"word":"关节"},
        {"conf":1.0,"end":1.2,"start":0.9,"word":"<UNK>"},
        {"conf":1.0000002,"end":1.5,"start":1.2,"word":"镜"}],"text":"关节 镜"}
        """;
    var result = new VoskResult();
    result.add(json);
    result.add("{\"text\":\"\"}");

    var chinese = (Transcript.Heard) result.transcript("m", java.util.Locale.CHINA, 2);
    var english = (Transcript.Heard) result.transcript("m", java.util.Locale.UK, 2);

    assertThat(chinese.text()).isEqualTo("关节镜");
    assertThat(english.text()).isEqualTo("关节 镜");
    assertThat(chinese.confidence()).isEqualTo(0.75);
    assertThat(chinese.words().getLast()).isEqualTo(new Transcript.Word("镜", 1.2, 1.5, 1));
  }
}
