package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Judgement.Verdict;
import io.kouxin.nlp.tagging.Tagging.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Being mentioned beyond doubt is not enough: a mention has to hold, too. */
class JudgementTest {
  private static final Judgement.ByMeaning JUDGEMENT =
      Judgement.ByMeaning.after(Background.of(List.of()));
  private static final String MENTION = "价格太贵";

  private static Verdict verdict(String plain, double deviations) {
    return verdict(JUDGEMENT, plain, deviations);
  }

  private static Verdict verdict(Judgement judgement, String plain, double deviations) {
    int start = plain.indexOf(MENTION);
    var phrase = new Phrase(0, MENTION, List.of(), 0, false);
    var hit = new Hit(phrase, start, start + MENTION.length(), deviations);
    var found = new Found(deviations, List.of(hit));
    return judgement.verdict(new EntryMatch(0, Found.NOTHING, found, found), plain);
  }

  @Test
  void what_is_mentioned_beyond_doubt_and_does_not_hold_is_not_certain() {
    Verdict holds = verdict("今天见了王主任他说价格太贵让我们想想办法", 9);
    Verdict not = verdict("跟王主任聊了他没说价格太贵那是别家的事他没有意见", 9);
    assertThat(holds.score()).isGreaterThan(Judgement.CERTAIN);
    assertThat(holds.doubtful()).isFalse();
    assertThat(not.unopposed()).isCloseTo(holds.unopposed(), within(1e-9));
    assertThat(not.said()).isTrue();
    assertThat(not.score()).isLessThan(Judgement.CERTAIN);
    assertThat(not.doubtful()).isTrue();
    assertThat(not.rank()).isLessThan(holds.rank()).isGreaterThan(not.score());
  }

  @Test
  void what_is_hardly_mentioned_is_not_certain_though_it_would_hold() {
    Verdict verdict = verdict("今天见了王主任他说价格太贵让我们想想办法", 1);
    assertThat(verdict.said()).isFalse();
    assertThat(verdict.score()).isLessThan(Judgement.CERTAIN);
  }

  @Test
  void a_company_whose_memos_say_less_plainly_is_tagged_sooner_as_far_as_it_is_known() {
    String memo = "今天见了王主任他说价格太贵让我们想想办法";
    double usual = verdict(memo, 2).score();
    assertThat(verdict(JUDGEMENT.at(0.28, 1), memo, 2).score()).isGreaterThan(usual);
    assertThat(verdict(JUDGEMENT.at(0.40, 1), memo, 2).score()).isLessThan(usual);
    assertThat(verdict(JUDGEMENT.at(0.28, 0.5), memo, 2).score())
        .isBetween(usual, verdict(JUDGEMENT.at(0.28, 1), memo, 2).score());
    assertThat(verdict(JUDGEMENT.at(0.28, 0), memo, 2).score()).isCloseTo(usual, within(1e-9));
  }

  @Test
  void a_denial_by_rules_counts_unless_the_words_around_surely_say_that_it_holds() {
    assertThat(new Verdict(0.9, 0.5, 0.6, true).status(Status.NEGATED)).isEqualTo(Status.NEGATED);
    assertThat(new Verdict(0.9, 0.8, 0.9, true).status(Status.NEGATED)).isEqualTo(Status.ASSERTED);
    assertThat(new Verdict(0.2, 0.1, 0.6, true).status(Status.NEGATED)).isEqualTo(Status.UNCERTAIN);
    assertThat(new Verdict(0.9, 0.8, 0.9, true).status(Status.UNCERTAIN))
        .isEqualTo(Status.ASSERTED);
    assertThat(Verdict.unweighed(0.9).status(Status.UNCERTAIN)).isEqualTo(Status.UNCERTAIN);
  }
}
