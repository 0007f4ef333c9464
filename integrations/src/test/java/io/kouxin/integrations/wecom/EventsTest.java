package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Inbound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
  private static Inbound read(String xml) throws RefusedException {
    return new Reading("1000002").read(xml.getBytes(UTF_8));
  }

  private static String xml(String event, String fields) {
    return Request.message(
        "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[%s]]></Event>%s"
            .formatted(event, fields));
  }

  /** Reads it and expects this, with the envelope that it came in. */
  private static void expect(
      String event, String fields, Function<Inbound.Envelope, Inbound> expected) throws Exception {
    Inbound inbound = read(xml(event, fields));
    assertThat(inbound).isEqualTo(expected.apply(inbound.envelope()));
    assertThat(inbound.envelope())
        .isEqualTo(
            new Inbound.Envelope(
                inbound.envelope().id(),
                "wecom",
                "zhangsan",
                "zhangsan",
                Instant.ofEpochSecond(Request.NOW)));
  }

  @Test
  void hears_who_comes_and_goes() throws Exception {
    expect("enter_agent", "<EventKey><![CDATA[]]></EventKey>", Inbound.Entered::new);
    expect("subscribe", "", Inbound.Joined::new);
    expect("unsubscribe", "", Inbound.Left::new);
  }

  @Test
  void hears_where_a_person_is() throws Exception {
    String place =
        "<Latitude>23.104</Latitude><Longitude>113.320</Longitude><Precision>65.0</Precision>";
    expect("LOCATION", place, at -> new Inbound.Located(at, 23.104, 113.320, 65));
  }

  @Test
  void takes_a_place_chosen_from_the_menu_for_a_reported_one() throws Exception {
    String place =
        "<EventKey>here</EventKey><SendLocationInfo><Location_X>23.1</Location_X>"
            + "<Location_Y>113.3</Location_Y><Scale>16</Scale><Label>华康医院</Label>"
            + "<Poiname/></SendLocationInfo>";
    expect("location_select", place, at -> new Inbound.Place(at, 23.1, 113.3, "华康医院"));
  }

  @Test
  void hears_the_menu() throws Exception {
    expect("click", "<EventKey>today</EventKey>", at -> new Inbound.Chosen(at, "today"));
    expect("CLICK", "<EventKey>today</EventKey>", at -> new Inbound.Chosen(at, "today"));
  }

  @Test
  void hears_a_tap_with_everything_that_was_ticked() throws Exception {
    String card = "card:019aa1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b:1";
    String ticks =
        "<SelectedItems><SelectedItem><QuestionKey>q</QuestionKey><OptionIds>"
            + "<OptionId>price</OptionId><OptionId>rival</OptionId></OptionIds></SelectedItem>"
            + "<SelectedItem><QuestionKey>r</QuestionKey><OptionIds><OptionId>later</OptionId>"
            + "</OptionIds></SelectedItem></SelectedItems>";
    expect(
        "template_card_event",
        tapped("done|42|", card) + "<ResponseCode>RC1</ResponseCode>" + ticks,
        at ->
            new Inbound.Tap(
                at, card, "done|42|", List.of("price", "rival", "later"), Optional.of("RC1")));
  }

  @Test
  void hears_a_tap_on_the_corner_menu_of_a_card() throws Exception {
    expect(
        "template_card_menu_event",
        tapped("undo", "card:1") + "<ResponseCode>RC2</ResponseCode>",
        at -> new Inbound.Tap(at, "card:1", "undo", List.of(), Optional.of("RC2")));
    expect(
        "template_card_menu_event",
        tapped("undo", "card:1"),
        at -> new Inbound.Tap(at, "card:1", "undo", List.of()));
  }

  private static String tapped(String action, String card) {
    return "<EventKey><![CDATA[%s]]></EventKey><TaskId><![CDATA[%s]]></TaskId>"
        .formatted(action, TaskId.of(card));
  }

  @Test
  void takes_a_tap_on_a_card_that_is_not_ours_for_a_notice() throws Exception {
    expect(
        "template_card_event",
        "<EventKey>ok</EventKey><TaskId>somebody_elses</TaskId>",
        at -> new Inbound.Notice(at, "template_card_event"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view",
        "view_miniprogram",
        "pic_weixin",
        "scancode_push",
        "sys_approval_change",
        "inactive_alert",
        "invented_tomorrow"
      })
  void takes_every_other_event_for_a_notice(String event) throws Exception {
    expect(event, "<EventKey>k</EventKey>", at -> new Inbound.Notice(at, event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOCATION", "location_select", "click", "template_card_event"})
  void takes_an_event_without_what_belongs_to_it_for_a_notice(String event) throws Exception {
    expect(event, "", at -> new Inbound.Notice(at, event));
  }

  /** Changes of contacts carry no application (page 90970). */
  @Test
  void tells_that_people_or_departments_changed() throws Exception {
    String change = xml("change_contact", "<ChangeType>delete_user</ChangeType>");
    assertThat(read(change.replace("<AgentID>1000002</AgentID>", "")))
        .isInstanceOf(Inbound.Reorganised.class);
  }

  @Test
  void knows_a_repeated_event_by_its_bytes() throws Exception {
    String one = xml("template_card_event", tapped("done", "card:1"));
    String other = xml("template_card_event", tapped("done", "card:2"));
    assertThat(read(one).envelope().id()).isEqualTo(read(one).envelope().id()).hasSize(32);
    assertThat(read(one).envelope().id()).isNotEqualTo(read(other).envelope().id());
  }

  @Test
  void takes_notices_that_name_no_application_another_one_or_nobody() throws Exception {
    String change = xml("sys_approval_change", "<ApprovalInfo/>");
    for (String agent : List.of("", "<AgentID>3010040</AgentID>")) {
      assertThat(read(change.replace("<AgentID>1000002</AgentID>", agent)))
          .isInstanceOf(Inbound.Notice.class);
    }
    assertThat(read(change.replace("FromUserName", "Other")).envelope().sender()).isEqualTo("sys");
  }
}
