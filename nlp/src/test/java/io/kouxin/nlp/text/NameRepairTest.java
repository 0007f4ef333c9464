package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameRepairTest {
  private static final List<String> NAMES =
      List.of(
          "华康医院", "华康", "施乐辉", "强生", "美敦力", "关节镜", "罗哌卡因", "瑞康口腔医院", "瑞康", "镇痛泵", "诺和诺德", "恒瑞",
          "东方肝胆", "王建国", "带量采购", "价格太贵", "Arthrex", "院");
  private static final NameRepair REPAIR = NameRepair.of(NAMES);

  /** Words stand apart with blanks; those behind a question mark were heard with doubt. */
  private static Repaired repaired(NameRepair repair, String heard) {
    var raw = new StringBuilder();
    List<HeardWord> words = new ArrayList<>();
    for (String word : heard.split(" ")) {
      boolean doubt = word.startsWith("?");
      String plain = doubt ? word.substring(1) : word;
      int start = raw.length();
      raw.append(plain);
      words.add(new HeardWord(start, raw.length(), doubt ? 0.5 : 0.97));
    }
    return repair.repair(raw.toString(), words);
  }

  private static String text(String heard) {
    return repaired(REPAIR, heard).text();
  }

  @Test
  void puts_a_name_where_doubtful_words_sound_like_it() {
    assertThat(text("今天 去 ?画 ?康 医院 了")).isEqualTo("今天去华康医院了");
    assertThat(text("他们 在 用 ?没 ?顿 ?里 的 设备")).isEqualTo("他们在用美敦力的设备");
    assertThat(text("?加个 ?太 贵 了")).isEqualTo("价格太贵了");
    assertThat(text("那边 用 ?是 乐 ?会 的")).isEqualTo("那边用施乐辉的");
    assertThat(text("关节 ?静 的 耗材")).isEqualTo("关节镜的耗材");
    assertThat(text("比 ?墙 ?生 贵")).isEqualTo("比强生贵");
    assertThat(text("?罗 ?派 ?卡 ?因 用 得 多")).isEqualTo("罗哌卡因用得多");
    assertThat(text("?阵 ?痛 ?泵 不 好 用")).isEqualTo("镇痛泵不好用");
  }

  @Test
  void keeps_what_was_heard_and_says_where() {
    Repaired repaired = repaired(REPAIR, "今天 去 ?画 ?康 医院 比 ?墙 ?生 贵");

    assertThat(repaired.repairs())
        .containsExactly(
            new Repaired.Repair(new Span(3, 7), "画康医院"),
            new Repaired.Repair(new Span(8, 10), "墙生"));
  }

  @Test
  void never_touches_a_word_that_was_heard_with_confidence() {
    for (String sentence :
        List.of("今天 去 画 康 医院 了", "他们 在 用 ?没 顿 里 的 设备", "?今天 比 墙 ?生 贵", "比 墙 生 贵")) {
      assertThat(text(sentence)).isEqualTo(sentence.replaceAll("[ ?]", ""));
    }
  }

  @Test
  void never_overwrites_a_common_word_unless_most_of_a_long_name_stands_around_it() {
    assertThat(text("去 华康 ?一元 了")).isEqualTo("去华康医院了");
    for (String sentence :
        List.of(
            "他 ?是 ?乐 ?会 的", // the words of everyday talk, with doubt
            "?花钱 康复 医院",
            "?强盛 的 公司",
            "?横 ?锐 利 的 眼光",
            "?关 ?节 ?竞技",
            "?恒 ?锐 ?利率",
            "和 ?花 ?糠 油",
            "?王 ?建 国家 大 剧院",
            "?瑞 ?康 ?复 中心")) {
      assertThat(text(sentence)).isEqualTo(sentence.replaceAll("[ ?]", ""));
    }
  }

  @Test
  void leaves_clean_sentences_alone_even_where_all_was_heard_with_doubt() {
    for (String sentence :
        List.of(
            "?今天 ?去 ?了 ?三 ?家 ?医院 ?他们 ?说 ?价格 ?太 ?高",
            "?墙上 ?的 ?画 ?看 ?着 ?很 ?健康",
            "?他 ?强调 ?生意 ?不 ?好 ?做",
            "?关键 ?是 ?节 ?省 ?经费",
            "?每 ?顿 ?饭 ?里 ?都 ?有",
            "?陈 ?主任 ?说 ?痛 ?的 ?病人 ?多",
            "?化 ?验 ?康复 ?科 ?都 ?想 ?要",
            "?护 ?理 ?部 ?的 ?王 ?健 ?和 ?国产 ?设备",
            "?这个 ?月 ?很 ?热 ?睡 ?不 ?好",
            "?我 ?洗 ?了 ?回来 ?再 ?说",
            "?等 ?大 ?量 ?采购 ?再 ?谈")) {
      assertThat(text(sentence)).isEqualTo(sentence.replaceAll("[ ?]", ""));
    }
  }

  @Test
  void leaves_a_name_that_stands_there_already_and_chooses_none_of_two() {
    NameRepair twins = NameRepair.of(List.of("华康医院", "华抗医院", "花糠医院"));

    assertThat(repaired(twins, "去 ?华 ?抗 医院").repairs()).isEmpty();
    assertThat(repaired(twins, "去 ?滑 ?扛 医院").repairs()).as("any of three").isEmpty();
    assertThat(repaired(NameRepair.of(List.of("张总", "章总")), "见 ?掌 总").repairs()).isEmpty();
  }

  @Test
  void takes_confused_sounds_for_each_other_in_long_names_only() {
    assertThat(text("见 了 ?东 ?方 ?干 ?胆 的 人")).isEqualTo("见了东方肝胆的人");
    assertThat(text("见 了 ?东 ?荒 ?肝 ?胆 的 人")).as("fang, huang").isEqualTo("见了东方肝胆的人");
    assertThat(text("?洛 ?和 ?诺 ?德 的 针")).as("l for n").isEqualTo("诺和诺德的针");
    assertThat(text("用 ?没 ?动 ?里 的")).as("three syllables must fit").isEqualTo("用没动里的");
  }

  @Test
  void says_for_every_odd_input_that_nothing_changes() {
    assertThat(REPAIR.repair("", List.of())).isEqualTo(new Repaired("", List.of()));
    assertThat(REPAIR.repair("墙生", List.of()).text()).as("no words").isEqualTo("墙生");
    assertThat(text("?smith ?nephew ?墙 ?生 👍")).isEqualTo("smithnephew墙生👍");
    assertThat(repaired(NameRepair.NONE, "?墙 ?生").repairs()).isEmpty();
    String endless = "?墙 ?生 ".repeat(5_000).strip();
    assertThat(text(endless)).hasSize(10_000);
  }

  @Test
  void finds_a_name_among_ten_thousand() {
    List<String> many = new ArrayList<>(NAMES);
    for (int i = 0; i < 10_000; i++) {
      many.add(
          "" + (char) ('一' + i % 5000) + (char) ('一' + i / 40) + (char) ('一' + i % 977) + "公司");
    }
    assertThat(repaired(NameRepair.of(many), "他们 在 用 ?没 ?顿 ?里 的 设备").text())
        .isEqualTo("他们在用美敦力的设备");
  }
}
