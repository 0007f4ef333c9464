package io.kouxin.bot.playbook;

import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.pack.Playbook;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.SmallLibrary;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wording.MessageRules;
import io.kouxin.bot.wording.Moments;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rep is offered after a visit. */
@ParameterizedClass
@EnumSource
class AdvisingTest {
  private final Scene scene;
  private final List<Playbook> playbooks = new ArrayList<>(SmallLibrary.playbooks());

  AdvisingTest(Stores kind) {
    scene = new Scene(kind);
    var advising =
        new Advising(
            new Ground(
                scene.followUps,
                scene.people,
                scene.outbox,
                scene.wording,
                new Moments(scene.clock, Scene.ZONE),
                scene.clock,
                SmallLibrary::item,
                () -> playbooks));
    scene.join(List.of(), advising.reactions(), advising.tapHandlers());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static Memo dear() {
    return Memo.by(ZHANG, "他嫌贵，还要培训")
        .about("华康医院")
        .with("张主任")
        .saying("training", "need", "要培训")
        .saying("price", "objection", "嫌贵");
  }

  private Posted card() {
    return scene.to(ZHANG).getFirst();
  }

  private static TagMark tag(String entry, String label) {
    return new TagMark(entry, "objection", label, 1, "asserted", List.of(), true);
  }

  @Test
  void one_card_offers_the_advice_that_the_entry_names() {
    scene.open(dear());

    assertThat(scene.wordsTo(ZHANG))
        .containsExactly("华康医院提到“有人嫌贵”。这几样用得上：三句话、一张表、一个条件。下次见张主任前看一眼。");
    assertThat(card().message()).isInstanceOf(Outbound.Sheet.class);
    assertThat(scene.face(card()).title()).isEqualTo("嫌贵怎么谈");
    assertThat(scene.face(card()).buttons())
        .extracting(Card.Button::label)
        .containsExactly("打开", "这次用不上");
  }

  @Test
  void an_objection_comes_before_a_need_and_a_serious_one_first() {
    scene.open(dear().saying("complaint", "objection", "他"));

    assertThat(scene.face(card()).title()).isEqualTo("投诉怎么接");
  }

  @Test
  void a_serious_one_without_advice_leaves_the_word_to_the_next() {
    scene.open(dear().saying("outage", "objection", "他"));

    assertThat(scene.face(card()).title()).isEqualTo("嫌贵怎么谈");
  }

  @Test
  void without_advice_that_fits_nothing_is_sent() {
    scene.open(
        Memo.by(ZHANG, "不嫌贵，停机")
            .tagged("price", "objection", "嫌贵", "negated")
            .saying("outage", "objection", "停机"));

    assertThat(scene.to(ZHANG)).isEmpty();
  }

  @Test
  void advice_is_in_the_reader_s_language_or_not_at_all() {
    scene.open(Memo.by(EMMA, "dear, training").saying("price", "objection", "dear"));
    scene.open(Memo.by(EMMA, "dear, training").saying("training", "need", "training"));

    assertThat(scene.to(EMMA)).hasSize(1);
    assertThat(scene.face(scene.to(EMMA).getFirst()).title()).isEqualTo("Too expensive");
  }

  @Test
  void what_fits_better_later_changes_the_same_card() {
    FollowUp followUp = scene.open(dear());

    scene.write(
        followUp.correct(
            new Correction.Replace("price", tag("payment", "账期")), scene.clock.instant()));

    assertThat(scene.face(card()).title()).isEqualTo("账期怎么谈");
    assertThat(scene.to(ZHANG))
        .hasSize(2)
        .last()
        .extracting(Posted::message)
        .isInstanceOf(Outbound.Change.class);
  }

  @Test
  void a_change_that_matters_not_to_the_advice_sends_nothing() {
    FollowUp followUp = scene.open(dear());

    scene.write(followUp.correct(new Correction.Action("再去"), scene.clock.instant()));

    assertThat(scene.to(ZHANG)).hasSize(1);
  }

  @Test
  void a_second_memo_of_the_same_visit_shares_the_card() {
    FollowUp followUp = scene.open(dear());
    FollowUp second = Memo.by(ZHANG, "还有患者投诉").saying("complaint", "objection", "投诉").on(scene);

    scene.write(followUp.join(second, scene.clock.instant()));

    assertThat(scene.face(card()).title()).isEqualTo("投诉怎么接");
    assertThat(scene.to(ZHANG).stream().filter(p -> p.message() instanceof Outbound.Sheet))
        .hasSize(1);
  }

  @Test
  void advice_for_what_was_wrong_is_put_away_and_comes_back_with_the_next() {
    FollowUp followUp = scene.open(dear());
    FollowUp dropped = scene.write(followUp.drop(scene.clock.instant()));
    assertThat(scene.face(card()).settled()).contains("这份用不上了，先收起来。");

    scene.write(dropped.restore(scene.clock.instant()));

    assertThat(scene.face(card()).settled()).isEmpty();
    assertThat(scene.face(card()).buttons()).hasSize(2);
  }

  @Test
  void opening_sends_the_words_once_without_signs() {
    scene.open(dear());
    scene.clock.move(Duration.ofMinutes(1));

    scene.tap(ZHANG, card(), "open:price-zh");
    scene.tap(ZHANG, card(), "open:price-zh");

    assertThat(scene.wordsTo(ZHANG).stream().filter(words -> words.contains("【先问】")))
        .containsExactly("嫌贵怎么谈\n\n【先问】\n1. 跟谁比？\n\n· 贵在哪：算三年。");
    assertThat(scene.face(card()).settled()).contains("看过了 10:31");
  }

  @Test
  void what_the_rep_decided_about_is_left_alone() {
    FollowUp followUp = scene.open(dear());
    scene.tap(ZHANG, card(), "unused");

    scene.write(
        followUp.correct(
            new Correction.Replace("price", tag("payment", "账期")), scene.clock.instant()));

    assertThat(scene.face(card()).settled()).contains("好，这份先收起来，下次少推。");
    assertThat(scene.face(card()).title()).isEqualTo("嫌贵怎么谈");
  }

  @Test
  void advice_that_left_the_pack_meanwhile_is_said_to_be_gone() {
    scene.open(dear());
    playbooks.clear();

    scene.tap(ZHANG, card(), "open:price-zh");

    assertThat(scene.face(card()).settled()).contains("这份用不上了，先收起来。");
  }

  @Test
  void nobody_opens_somebody_else_s_card() {
    scene.open(dear());

    assertThat(scene.tap(EMMA, card(), "open:price-zh")).isFalse();
    assertThat(scene.to(ZHANG)).hasSize(1);
  }

  @Test
  void every_offer_keeps_the_rules() {
    scene.open(dear().about("很".repeat(100)).with("主".repeat(50)));
    scene.open(Memo.by(ZHANG, "嫌贵").saying("price", "objection", "嫌贵"));

    for (String words : scene.wordsTo(ZHANG)) {
      assertThat(MessageRules.broken(Map.of("playbook", words))).isEmpty();
    }
    assertThat(scene.wordsTo(ZHANG)).last().isEqualTo("这几样用得上：三句话、一张表、一个条件。");
  }
}
