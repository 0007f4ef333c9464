package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Event;
import io.kouxin.integrations.dingtalk.emulator.Manner;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that came while nobody was at home. */
class MissedEventsTest {
  private static final String LIST = "/call_back/get_call_back_failed_result";
  private final Office office = new Office();
  private final DingTalkEmulator emulator = DingTalkEmulator.start(EmulatorConfig.random());

  /** As the inbox keeps them: each id once, in the order they came. */
  private final Map<String, Inbound> kept = new LinkedHashMap<>();

  private boolean broken;

  @AfterEach
  void close() {
    office.close();
    emulator.close();
  }

  private void keep(Inbound inbound) {
    if (broken) {
      throw new IllegalStateException("the store is away");
    }
    kept.putIfAbsent(inbound.envelope().id(), inbound);
  }

  private List<String> people() {
    return kept.values().stream()
        .map(one -> one.getClass().getSimpleName() + ' ' + one.envelope().sender())
        .toList();
  }

  @Test
  void each_arrives_once_and_in_order_after_the_service_was_down() throws Exception {
    var base = URI.create(emulator.baseUrl());
    var account =
        new DingTalkAccount(
            emulator.app().clientId(), emulator.app().clientSecret(), "", base, base);
    try (var api = new DingTalkApi(account, new Quota(office.clock), Clock.systemUTC())) {
      var missed = new MissedEvents(api, this::keep, Clock.systemUTC());
      for (int n = 1; n <= 20; n++) {
        String type = n % 2 == 0 ? "user_leave_org" : "user_add_org";
        emulator.happen(Event.ofUsers(type, List.of("rep" + (n + 1) / 2)), Manner.PLAIN);
        emulator.advance(Duration.ofSeconds(1));
      }
      emulator.advance(Duration.ofSeconds(10));
      emulator.advance(Duration.ofSeconds(31));
      assertThat(missed.fetch()).isEqualTo(20);
      assertThat(people())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 20)
                  .mapToObj(n -> (n % 2 == 0 ? "Left" : "Joined") + " rep" + (n + 1) / 2)
                  .toList());
      assertThat(missed.fetch()).as("the list forgets what it answered").isZero();
    }
  }

  @Test
  void an_event_that_also_came_to_the_door_has_the_same_id() throws Exception {
    String body = "{'EventType':'user_add_org','UserId':['rep01'],'TimeStamp':'1700000000000'}";
    JsonObject event = Robot.json(body);
    Events.read(new Events.Head("", "", office.clock.instant()), event).forEach(this::keep);
    office.standIn.next(
        LIST,
        200,
        "{'errcode':0,'has_more':false,'failed_list':[{'event_time':1700000000001,"
            + "'call_back_tag':'user_add_org','user_add_org':"
            + body
            + "}]}");
    new MissedEvents(office.api, this::keep, office.clock).fetch();
    assertThat(people()).containsExactly("Joined rep01");
  }

  @Test
  void pages_are_read_to_their_end_and_the_older_shape_too() throws Exception {
    office
        .standIn
        .next(
            LIST,
            200,
            "{'errcode':0,'has_more':true,'failed_list':["
                + "{'event_time':'3','call_back_tag':'user_leave_org','userid':['b']},"
                + "{'event_time':2,'call_back_tag':'user_add_org','userid':['b']}]}")
        .next(
            LIST,
            200,
            "{'errcode':0,'has_more':false,'failed_list':["
                + "{'event_time':4,'call_back_tag':'user_add_org','user_add_org':"
                + "{'userid':['c']}},{'call_back_tag':'org_dept_create'}]}");
    assertThat(new MissedEvents(office.api, this::keep, office.clock).fetch()).isEqualTo(4);
    assertThat(people()).containsExactly("Joined b", "Left b", "Reorganised sys", "Joined c");
    assertThat(office.standIn.of(LIST)).hasSize(2);
  }

  @Test
  void what_the_store_does_not_take_is_held_and_the_list_left_alone() throws Exception {
    office.standIn.always(LIST, "{'errcode':0,'has_more':false,'failed_list':[]}");
    office.standIn.next(
        LIST,
        200,
        "{'errcode':0,'failed_list':[{'call_back_tag':'user_add_org','userid':['a','b']}]}");
    var missed = new MissedEvents(office.api, this::keep, office.clock);
    broken = true;
    for (int n = 0; n < 2; n++) {
      assertThatIllegalStateException().isThrownBy(missed::fetch);
    }
    assertThat(office.standIn.of(LIST)).hasSize(1);
    broken = false;
    assertThat(missed.fetch()).isEqualTo(2);
    assertThat(people()).containsExactly("Joined a", "Joined b");
  }
}
