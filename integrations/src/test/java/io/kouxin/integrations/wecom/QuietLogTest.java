package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Fault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** WxJava's own call writes the address with the token to the log when WeCom refuses. */
class QuietLogTest {
  private final Office office = new Office();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger wxJava = (Logger) LoggerFactory.getLogger("me.chanjar.weixin");
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.kouxin");

  @BeforeEach
  void listen() {
    lines.start();
    for (Logger logger : List.of(wxJava, ours)) {
      logger.setLevel(Level.ALL);
      logger.addAppender(lines);
    }
  }

  @AfterEach
  void stop() {
    for (Logger logger : List.of(wxJava, ours)) {
      logger.setLevel(null);
      logger.detachAppender(lines);
    }
    office.close();
  }

  private String log() {
    return lines.list.stream()
        .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void neither_log_nor_reason_shows_token_or_secret() throws Exception {
    List<String> reasons = new ArrayList<>();
    for (Fault fault :
        List.of(
            new Fault.Code(60020),
            new Fault.Code(40058),
            new Fault.Code(-1),
            new Fault.Status(502),
            new Fault.Down(),
            new Fault.Status(200))) {
      office.emulator.faults().clear();
      office.emulator.faults().set(Office.SEND, fault, 1);
      assertThatThrownBy(() -> office.channel.deliver("lisi", new Outbound.Reply("r", "话")))
          .isInstanceOf(ChannelException.class)
          .satisfies(e -> reasons.add(String.valueOf(e.getMessage())));
    }
    String token = token();
    assertThat(token).hasSizeGreaterThan(100);
    assertThat(reasons + log())
        .doesNotContain(token)
        .doesNotContain(office.emulator.app().secret())
        .doesNotContain("access_token=");
  }

  @Test
  void the_listener_would_hear_wxjava() {
    LoggerFactory.getLogger("me.chanjar.weixin.cp.api.impl.BaseWxCpServiceImpl").warn("heard");
    assertThat(log()).contains("heard");
  }

  private String token() throws Exception {
    var clock = Clock.systemUTC();
    var tokens = new LocalCoordination(clock).tokens();
    try (var calls = new Calls(office.access(office.emulator.baseUrl()), tokens, clock)) {
      return calls.getAccessToken();
    }
  }
}
