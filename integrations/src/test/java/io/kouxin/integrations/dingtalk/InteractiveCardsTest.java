package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Fault;
import io.kouxin.integrations.dingtalk.emulator.Route;
import io.kouxin.integrations.dingtalk.emulator.Said;
import io.kouxin.integrations.dingtalk.emulator.SentMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards from a template, on a DingTalk of this machine. */
class InteractiveCardsTest implements ChannelContract {
  private static final String TEMPLATE = "kouxin.schema";
  private static final String CREATE = "/v1.0/card/instances/createAndDeliver";
  private static final String CHANGE = "/v1.0/card/instances";
  private static final String DENIED = "Forbidden.AccessDenied.AccessTokenPermissionDenied";
  private static final Card DRAFT =
      Card.of("华康医院", "比迈瑞贵").withButtons(List.of(new Button("ok", "没问题", Style.PRIMARY)));

  private final DingTalkEmulator dingtalk = DingTalkEmulator.start(EmulatorConfig.random());
  private final MovingClock clock = new MovingClock();
  private final DingTalkAccount account =
      new DingTalkAccount(
          dingtalk.app().clientId(),
          dingtalk.app().clientSecret(),
          dingtalk.app().robotCode(),
          URI.create(dingtalk.baseUrl()),
          URI.create(dingtalk.baseUrl()));
  private final DingTalkApi api = new DingTalkApi(account, Meter.NONE, clock);
  private final Sessions sessions = new Sessions(account, clock);
  private final InteractiveCards cards =
      new InteractiveCards(api, CardTemplate.streamed(TEMPLATE), clock);
  private final DingTalkChannel channel =
      new DingTalkChannel(api, sessions, Beyond.NOTHING, Optional.of(cards), clock);

  @AfterEach
  void close() {
    api.close();
    dingtalk.close();
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public String recipient() {
    return "rep01";
  }

  private String send(String key) throws ChannelException {
    return channel.deliver("rep01", new Outbound.Sheet(key, DRAFT, "华康医院")).handle();
  }

  private String change(String handle) throws ChannelException {
    return channel.deliver("rep01", changed(handle)).handle();
  }

  private static Outbound.Change changed(String handle) {
    return new Outbound.Change("c", "k", Optional.of(handle), DRAFT.settledAs("已存 15:02"), "定了。");
  }

  private SentMessage last() {
    return dingtalk.sent().getLast();
  }

  @Test
  void a_card_has_buttons_and_changes_in_place() throws ChannelException {
    String handle = send("k");
    assertThat(last().id()).isEqualTo("k");
    assertThat(last().route()).isEqualTo(Route.CARD);
    assertThat(last().isShownTo("rep01")).isTrue();
    assertThat(dingtalk.buttons("k")).containsEntry("没问题", "ok");
    assertThat(channel.parts(changed(handle))).isZero();
    assertThat(change(handle)).as("the handle lasts").isEqualTo(handle);
    assertThat(change(handle)).isEqualTo(handle);
    assertThat(last().content().text()).contains("已存 15:02");
    assertThat(dingtalk.buttons("k")).isEmpty();
    assertThat(dingtalk.sent()).hasSize(1);
  }

  @Test
  void a_push_with_a_card_is_one_too_and_a_group_gets_markdown() throws ChannelException {
    channel.deliver("rep01", new Outbound.Push("p", Optional.of(DRAFT), "x"));
    assertThat(last().content().kind()).isEqualTo("card");
    var group = new Recipient("cid6KeBBLoveMJOGXoYKF5x7EeiodoA==");
    assertThat(cards.deliver(group, "g", DRAFT)).isEmpty();
  }

  @Test
  void an_answer_that_was_lost_is_not_doubtful_and_the_card_is_there_once()
      throws ChannelException {
    dingtalk.faults().set(CREATE, new Fault.LostAnswer(), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> send("k"));
    String handle = send("k");
    assertThat(dingtalk.sent()).hasSize(1);
    assertThat(change(handle)).isEqualTo(handle);
  }

  @Test
  void too_many_calls_wait_and_are_no_reason_for_markdown() throws ChannelException {
    dingtalk.faults().set(CREATE, new Fault.Qps(), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> send("k"));
    String handle = send("k");
    dingtalk.faults().set(CHANGE, new Fault.Qps(), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> change(handle));
    assertThat(change(handle)).isEqualTo(handle);
  }

  @ParameterizedTest
  @CsvSource({
    "param.templateUnpublished, template-unpublished",
    "param.templateNotExist, template-missing",
    DENIED + ", template-permission",
    "Forbidden.AccessDenied.ApiCountLimitForOrg, quota"
  })
  void what_lasts_makes_cards_markdown_until_doctor_sees_it_mended(String code, String key)
      throws ChannelException {
    dingtalk.faults().set(CREATE, new Fault.Code(code), 1);
    dingtalk.faults().set(CHANGE, new Fault.Code(code), 1);
    send("one");
    assertThat(last().content().kind()).isEqualTo("markdown");
    send("two");
    assertThat(dingtalk.calls(CREATE)).as("not tried for each card").isEqualTo(1);
    assertThat(cards.look())
        .extracting(Symptom::key, Symptom::state)
        .containsExactly(key, State.BROKEN);
    send("three");
    assertThat(last().content().kind()).isEqualTo("markdown");
    assertThat(cards.look().key()).isEqualTo("template-ok");
    assertThat(send("four")).isEqualTo("card:four");
    assertThat(dingtalk.sent()).as("doctor's card is nowhere").hasSize(4);
  }

  @Test
  void a_template_that_is_published_later_is_found_without_anybody() throws ChannelException {
    dingtalk.cards().unpublish(TEMPLATE);
    send("one");
    dingtalk.cards().publish(TEMPLATE);
    clock.advance(Duration.ofMinutes(11));
    assertThat(send("two")).isEqualTo("card:two");
  }

  @Test
  void what_is_wrong_with_one_card_does_not_stop_the_next() throws ChannelException {
    dingtalk.faults().set(CREATE, new Fault.Code("param.contentUnsafe"), 1);
    send("one");
    assertThat(last().content().kind()).isEqualTo("markdown");
    assertThat(send("two")).isEqualTo("card:two");
  }

  @Test
  void a_card_that_was_made_and_not_brought_goes_as_markdown_once() throws ChannelException {
    dingtalk.say(Said.text("rep01", "早"));
    sessions.remember(
        "rep01",
        dingtalk.baseUrl() + "/robot/sendBySession?session=none",
        clock.instant().plus(Duration.ofHours(1)));
    dingtalk.faults().partly(Set.of("rep01"), Set.of());
    assertThatExceptionOfType(ChannelException.Refused.class).isThrownBy(() -> send("k"));
    dingtalk.faults().clear();
    send("k");
    assertThat(last().content().kind())
        .as("DingTalk has a card of this name that nobody sees")
        .isEqualTo("markdown");
  }

  @Test
  void a_card_that_is_gone_changes_by_a_sentence() throws ChannelException {
    assertThat(change("card:never-made")).isEmpty();
    assertThat(last().content().text()).isEqualTo("定了。");
    assertThat(change("pqk-of-markdown")).isEmpty();
  }

  @Test
  void a_card_cannot_be_taken_back() throws ChannelException {
    assertThat(new Recall(api).take("rep01", send("k"))).isFalse();
  }
}
