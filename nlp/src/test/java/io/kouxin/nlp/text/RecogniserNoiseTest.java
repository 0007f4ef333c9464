package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecogniserNoiseTest {
  private static final List<String> SAID =
      List.of(
          "今天下午去了医院见到采购科的李科长他说我们的报价比去年高了一些预算可能不够",
          "客户担心售后服务跟不上希望工程师两个小时以内能到现场下周三之前给他一个方案",
          "张主任对产品的效果很满意但是付款要等到年底他让我先把合同发过去看看",
          "第一家的店长觉得试用时间太短第二家已经和别人签约了先放一放");

  private final RecogniserNoise noise = RecogniserNoise.standard();

  @Test
  void gets_about_so_many_characters_wrong_as_it_was_asked_to() {
    for (double rate : new double[] {0, 0.1, 0.2, 0.3}) {
      int wrong = 0;
      int all = 0;
      for (long seed = 0; seed < 20; seed++) {
        for (String said : SAID) {
          wrong += RecogniserNoise.differences(said, noise.hear(said, rate, seed).text());
          all += said.length();
        }
      }
      System.out.printf("simulated noise: asked %.2f, got %.3f%n", rate, (double) wrong / all);
      assertThat((double) wrong / all).isBetween(rate - 0.03, rate + 0.03);
    }
  }

  @Test
  void gives_the_same_noise_for_the_same_seed_and_other_noise_for_another() {
    String said = SAID.getFirst();
    assertThat(noise.hear(said, 0.3, 5)).isEqualTo(noise.hear(said, 0.3, 5));
    assertThat(noise.hear(said, 0.3, 5).text()).isNotEqualTo(noise.hear(said, 0.3, 6).text());
  }

  @Test
  void swaps_sound_for_sound_and_leaves_what_is_not_chinese() {
    String said = "客户说ERP系统 OK 价格三十万👍";
    String heard = noise.hear(said, 1, 1).text();

    assertThat(heard).hasSize(said.length()).contains("ERP").contains(" OK ").contains("👍");
    assertThat(Pinyin.foldedSyllables(heard)).hasSameSizeAs(Pinyin.foldedSyllables(said));
  }

  @Test
  void doubts_what_it_got_wrong() {
    for (String said : SAID) {
      RecogniserNoise.Heard heard = noise.hear(said, 0.2, 3);
      for (HeardWord word : heard.words()) {
        boolean wrong =
            !heard
                .text()
                .substring(word.start(), word.end())
                .equals(said.substring(word.start(), word.end()));
        assertThat(!wrong || word.confidence() < 0.6).isTrue();
      }
      assertThat(heard.words().getLast().end()).isEqualTo(said.length());
    }
  }
}
