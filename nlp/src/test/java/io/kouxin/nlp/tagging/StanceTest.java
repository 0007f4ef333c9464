package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.StanceMaker.Example;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences written for this test; the mention stands in brackets. */
class StanceTest {
  private static double against(String memo) {
    Example mention = Example.of("asserted\t" + memo);
    return Stance.chinese().against(mention.text(), mention.start(), mention.end());
  }

  @ParameterizedTest
  @CsvSource({
    "他一上来就嫌我们[报价太高]让回去重算, 他倒没嫌我们[报价太高]说这个价公道",
    "库管说[交货太慢]车间都停了两天, 库管说上个月[交货太慢]的事早就解决了现在很准时",
    "院长说[预算不够]今年只能买一台, 我估计他们[预算不够]不过他自己没提",
    "校长担心[老师不会用]要我们多来几趟, 隔壁学校[老师不会用]他们这边的老师用得很溜",
    "采购追着问[什么时候能到货]老板天天催, 我主动问他[什么时候能到货]合适他说随便"
  })
  void what_is_denied_solved_guessed_or_another_s_is_spoken_against(String holds, String not) {
    assertThat(against(not)).isGreaterThan(against(holds) + 0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[a]", "[价]", "😀[😀]😀", "123[456]789", "[the price is too high] he says"})
  void what_was_never_learned_is_not_doubted(String memo) {
    assertThat(against(memo)).isLessThan(1);
  }

  @Test
  void the_maker_learns_what_speaks_against_a_mention() {
    List<Example> examples =
        List.of(
            Example.of("asserted\t他就是嫌[贵]要便宜点"),
            Example.of("denied\t他根本不嫌[贵]马上就签"),
            Example.of("asserted\t主任就是嫌[慢]发了火"),
            Example.of("denied\t主任根本不嫌[慢]笑着说行"),
            Example.of("asserted\t老板就是嫌[吵]关了门"),
            Example.of("denied\t老板根本不嫌[吵]还夸了两句"),
            Example.of("asserted\t护士就是嫌[重]搬不动"),
            Example.of("denied\t护士根本不嫌[重]一手一个"),
            Example.of("asserted\t仓管就是嫌[乱]要重摆"),
            Example.of("denied\t仓管根本不嫌[乱]说好找"),
            Example.of("asserted\t厨师就是嫌[淡]倒掉了"),
            Example.of("denied\t厨师根本不嫌[淡]喝了两碗"),
            Example.of("asserted\t司机就是嫌[绕]骂了一路"),
            Example.of("denied\t司机根本不嫌[绕]顺路加油"));
    Stance learned = StanceMaker.fit(examples);
    Example denied = Example.of("denied\t校长根本不嫌[远]");
    Example holds = Example.of("asserted\t校长就是嫌[远]");
    assertThat(learned.against(denied.text(), denied.start(), denied.end())).isPositive();
    assertThat(learned.against(holds.text(), holds.start(), holds.end())).isNegative();
  }
}
