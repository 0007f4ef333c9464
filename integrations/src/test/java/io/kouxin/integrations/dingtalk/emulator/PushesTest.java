package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gateway takes the place of the HTTP callbacks. */
class PushesTest {
  private static final String OPEN = "/v1.0/gateway/connections/open";
  private final List<String> pushed = new ArrayList<>();

  private final class Kept implements Pushes {
    @Override
    public Delivery message(String msgId, String body, Manner manner) {
      return keep(msgId, body);
    }

    @Override
    public Delivery event(String id, String type, String body, Manner manner) {
      return keep(id, body);
    }

    @Override
    public Delivery cardTap(String outTrackId, String body, Manner manner) {
      return keep(outTrackId, body);
    }

    private Delivery keep(String id, String body) {
      pushed.add(body);
      return Delivery.of(id, List.of(new Delivery.Attempt(200, 0, "", true)));
    }
  }

  @Test
  void what_happens_goes_by_the_gateway_and_streams_are_opened_there() throws Exception {
    try (Caller caller = new Caller();
        Listener gateway = new Listener(caller.emulator)) {
      assertThat(caller.send("POST", OPEN, Map.of()).status()).isEqualTo(503);
      caller.emulator.pushBy(new Kept(), gateway.at(OPEN));
      assertThat(caller.emulator.say(Said.text("rep01", "早")).isAccepted()).isTrue();
      caller.emulator.happen(Event.ofUsers("user_add_org", List.of("r")), Manner.PLAIN);
      assertThat(pushed).hasSize(2);
      assertThat(pushed.getFirst()).contains("\"content\":\"早\"");
      assertThat(gateway.received()).isEmpty();
      gateway.answer(401, "{\"code\":\"authFailed\"}");
      Caller.Reply reply = caller.send("POST", OPEN, Map.of("clientId", "c"));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(gateway.last().json()).hasToString("{\"clientId\":\"c\"}");
    }
  }
}
