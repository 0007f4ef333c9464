package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.PageKit;
import io.kouxin.integrations.wecom.emulator.Fault;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeComPageKitTest {
  private static final String TICKET = "/cgi-bin/get_jsapi_ticket";
  private static final String AGENT_TICKET = "/cgi-bin/ticket/get";
  private static final URI PAGE = URI.create("https://h5.example.com/visit?id=7#top");

  private final Office office = new Office();
  private final MovingClock clock = new MovingClock();
  private final LocalCoordination nodes = new LocalCoordination(clock);
  private final PageKit kit = new WeComPageKit(office.api, nodes.tokens(), clock);

  @AfterEach
  void close() {
    office.close();
    nodes.close();
  }

  /** V5 of the protocol's facts, on which WxJava and WeCom's own library agree. */
  @Test
  void the_proof_is_that_of_the_vector() {
    assertThat(
            PageKit.Signature.proof(
                "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
                "Wm3WZYTPz0wzccnW",
                1414587457,
                PAGE))
        .isEqualTo("7f5c6283336cf49de7fad2f51b6af24248cd36af");
  }

  @Test
  void each_page_has_its_own_proof_from_one_pair_of_tickets() throws ChannelException {
    PageKit.Signature first = kit.sign(PAGE);
    PageKit.Signature second = kit.sign(PAGE);
    assertThat(first.company()).isEqualTo(office.emulator.app().corpId());
    assertThat(first.nonce()).isNotEqualTo(second.nonce());
    assertThat(first.proof()).hasSize(40).isNotEqualTo(first.agent().orElseThrow());
    assertThat(office.emulator.calls(TICKET)).isEqualTo(1);
    assertThat(office.emulator.calls(AGENT_TICKET)).isEqualTo(1);
    assertThat(kit.scripts()).allMatch(script -> script.getScheme().equals("https"));
  }

  @Test
  void a_ticket_is_fetched_again_before_it_is_over() throws ChannelException {
    kit.sign(PAGE);
    clock.advance(Duration.ofSeconds(6999));
    kit.sign(PAGE);
    assertThat(office.emulator.calls(TICKET)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(2));
    kit.sign(PAGE);
    assertThat(office.emulator.calls(TICKET)).isEqualTo(2);
  }

  @Test
  void too_many_tickets_are_no_proof() {
    office.emulator.faults().set(AGENT_TICKET, new Fault.Code(45009), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> kit.sign(PAGE));
  }
}
