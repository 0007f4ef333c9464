package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kouxin.integrations.channel.Inbound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTapsTest {
  private static final Instant AT = Instant.ofEpochMilli(Robot.NOW);

  private static Inbound read(String data) throws RefusedException {
    return CardTaps.read(
        Robot.json(
            "{'type':'actionCallback','outTrackId':'card-1','userId':'wanglei','content':"
                + "\"{'cardPrivateData':"
                + data
                + "}\"}"),
        "push-1",
        AT);
  }

  @Test
  void a_tap_brings_our_key_and_the_action() throws RefusedException {
    var tap = (Inbound.Tap) read("{'actionIds':['1'],'params':{'action':'done','ticked':['a']}}");
    assertThat(tap.card()).isEqualTo("card-1");
    assertThat(tap.action()).isEqualTo("done");
    assertThat(tap.ticked()).isEqualTo(List.of("a"));
    assertThat(tap.envelope())
        .isEqualTo(new Inbound.Envelope("push-1", "dingtalk", "wanglei", "wanglei", AT));
  }

  @Test
  void without_a_parameter_the_buttons_own_id_is_the_action() throws RefusedException {
    assertThat(((Inbound.Tap) read("{'actionIds':['confirm']}")).action()).isEqualTo("confirm");
  }

  @Test
  void the_public_templates_button_brings_its_id_as_a_parameter() throws RefusedException {
    assertThat(((Inbound.Tap) read("{'params':{'id':'confirm'}}")).action()).isEqualTo("confirm");
  }

  @Test
  void a_button_that_is_an_option_ticks_it() throws RefusedException {
    var tap = (Inbound.Tap) read("{'actionIds':['send\\\\nprice']}");
    assertThat(tap.action()).isEqualTo("send");
    assertThat(tap.ticked()).isEqualTo(List.of("price"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{'actionIds':[]}", "{'params':{'action':{}}}"})
  void a_tap_with_an_action_we_never_made_is_only_noticed(String data) throws RefusedException {
    assertThat(((Inbound.Notice) read(data)).kind()).isEqualTo("card-action-unknown");
  }

  @Test
  void a_callback_that_does_not_say_whose_it_is_is_refused() {
    for (String callback : List.of("{'userId':'wanglei'}", "{'outTrackId':'card-1'}", "{}")) {
      RefusedException refused =
          catchThrowableOfType(
              RefusedException.class, () -> CardTaps.read(Robot.json(callback), "p", AT));
      assertThat(refused.refusal()).isEqualTo(Refusal.FIELD);
    }
  }
}
