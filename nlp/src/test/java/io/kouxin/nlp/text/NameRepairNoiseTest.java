package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How often names come back, and how often something is put where it was not said. */
class NameRepairNoiseTest {
  private static final List<String> NAMES =
      List.of(
          "博宁骨科医院", "博宁", "施乐辉", "美敦力", "关节镜", "罗哌卡因", "镇痛泵", "清河肿瘤医院", "明远康复医院", "江北新城医院", "迈瑞",
          "东岭区人民医院", "带量采购", "王建国", "华康医院", "华康");

  /** With names: in each place one of the list. */
  private static final List<String> WITH =
      List.of(
          "今天去了%s见了科主任他对价格有意见",
          "他们在用%s的设备觉得售后不行想换", "上午给%s的人打了电话下周三过去演示", "主任问%s和我们的比有什么优势", "回来的路上约了%s那边的采购下午见面");

  /** Without any name, about the same things. */
  private static final List<String> WITHOUT =
      List.of(
          "今天去了客户那里见了科主任他对价格有意见说要再考虑考虑",
          "他们现在用的设备老是坏售后也不行院长想换一台新的",
          "上午给采购打了电话约好下周三过去演示一下样品",
          "主任问我们和别人比有什么优势我把资料发给他了",
          "护士长说病人术后疼得厉害希望我们做一次培训",
          "工厂那边交货太慢库存只够用两个星期老板有点着急",
          "校长觉得这个系统不错但是经费要等到明年才有",
          "合同条款还在讨论法务对付款方式有意见月底之前给答复",
          "健康管理中心的人多手术排得满没有时间试用",
          "建国以来第一次招标他们的流程还不清楚");

  private final RecogniserNoise noise = RecogniserNoise.standard();
  private final NameRepair repair = NameRepair.of(NAMES);

  @Test
  void brings_names_back_and_puts_none_where_none_was_said() {
    for (double rate : new double[] {0.1, 0.2, 0.3}) {
      int lost = 0;
      int back = 0;
      int invented = 0;
      int heardTexts = 0;
      for (long seed = 0; seed < 10; seed++) {
        for (String sentence : WITH) {
          for (String name : NAMES) {
            String said = sentence.formatted(name);
            RecogniserNoise.Heard heard = noise.hear(said, rate, seed);
            Repaired repaired = repair.repair(heard.text(), heard.words());
            lost += heard.text().contains(name) ? 0 : 1;
            back += !heard.text().contains(name) && repaired.text().contains(name) ? 1 : 0;
            invented += wrong(repaired, said);
            heardTexts++;
          }
        }
        for (String said : WITHOUT) {
          RecogniserNoise.Heard heard = noise.hear(said, rate, seed);
          invented += wrong(repair.repair(heard.text(), heard.words()), said);
          heardTexts++;
        }
      }
      System.out.printf(
          "simulated character error %.0f %%: %d names misheard, %d put right; %d put wrong in %d memos%n",
          100 * rate, lost, back, invented, heardTexts);
      assertThat(back).isGreaterThan(lost / 3);
      assertThat(invented).isLessThanOrEqualTo(heardTexts / 200);
    }
  }

  /** Repairs that are not what was said. */
  private static int wrong(Repaired repaired, String said) {
    return (int)
        repaired.repairs().stream()
            .map(Repaired.Repair::span)
            .filter(span -> !span.of(repaired.text()).equals(span.of(said)))
            .count();
  }

  @Test
  void changes_no_clean_sentence_even_where_every_word_is_doubted() {
    for (String said : WITHOUT) {
      RecogniserNoise.Heard heard = noise.hear(said, 0, 1);
      List<HeardWord> doubted =
          heard.words().stream().map(w -> new HeardWord(w.start(), w.end(), 0.3)).toList();

      assertThat(repair.repair(said, doubted)).isEqualTo(new Repaired(said, List.of()));
    }
  }
}
