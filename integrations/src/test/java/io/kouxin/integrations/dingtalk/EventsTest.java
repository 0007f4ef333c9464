package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Inbound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Instant CAME = Instant.ofEpochMilli(Robot.NOW);
  private static final Events.Head NO_HEAD = new Events.Head("", "", CAME);

  @Test
  void each_of_several_who_join_is_told_alone() {
    List<Inbound> read =
        Events.read(
            NO_HEAD,
            Robot.json(
                "{'EventType':'user_add_org','eventId':'e1','TimeStamp':'1700000000001',"
                    + "'UserId':['rep01','rep02']}"));
    Instant at = Instant.ofEpochMilli(1_700_000_000_001L);
    assertThat(read)
        .containsExactly(
            new Inbound.Joined(new Inbound.Envelope("e1/rep01", "dingtalk", "rep01", "rep01", at)),
            new Inbound.Joined(new Inbound.Envelope("e1/rep02", "dingtalk", "rep02", "rep02", at)));
  }

  @Test
  void in_stream_the_head_says_what_it_is() {
    List<Inbound> read =
        Events.read(
            new Events.Head("user_leave_org", "e2", CAME), Robot.json("{'userId':['rep01']}"));
    assertThat(read)
        .containsExactly(
            new Inbound.Left(new Inbound.Envelope("e2/rep01", "dingtalk", "rep01", "rep01", CAME)));
  }

  @Test
  void people_and_departments_that_change_are_told_of() {
    for (String type : List.of("org_dept_modify", "org_dept_remove", "user_modify_org")) {
      String event = "{'EventType':'" + type + "','eventId':'e4'}";
      assertThat(Events.read(NO_HEAD, Robot.json(event)).getFirst())
          .isInstanceOf(Inbound.Reorganised.class);
    }
  }

  @Test
  void other_events_are_noticed() {
    var notice =
        (Inbound.Notice)
            Events.read(NO_HEAD, Robot.json("{'EventType':'label_user_change','eventId':'e3'}"))
                .getFirst();
    assertThat(notice.kind()).isEqualTo("label_user_change");
    assertThat(Events.read(NO_HEAD, Robot.json("{'EventType':'user_add_org'}")).getFirst())
        .isInstanceOf(Inbound.Notice.class);
  }

  @Test
  void an_event_without_an_id_gets_the_same_one_each_time() {
    String one = id("{'EventType':'x','a':1}");
    assertThat(one).isEqualTo(id("{'EventType':'x','a':1}")).startsWith("digest-");
    assertThat(one).isNotEqualTo(id("{'EventType':'x','a':2}"));
  }

  private static String id(String event) {
    return Events.read(NO_HEAD, Robot.json(event)).getFirst().envelope().id();
  }
}
