package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stranger, or a broken platform, writes into the body. */
class HostileBodiesTest {
  private static final String DTD_FILE =
      "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&f;</Encrypt></xml>";
  private static final String EMPTY_DTD = "<!DOCTYPE xml><xml><Encrypt>A</Encrypt></xml>";
  private static final String OUTER_DTD =
      "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><Encrypt>A</Encrypt></xml>";

  private final WeComDoor door =
      new WeComDoor(
          Request.RECEPTION,
          inbound -> {
            throw new AssertionError("kept " + inbound);
          },
          Clock.fixed(Instant.ofEpochSecond(Request.NOW), ZoneOffset.UTC));

  private int outside(byte[] body) {
    return door.receive(new Webhook.Visit(Request.of("<xml/>").query(), Map.of(), body)).status();
  }

  private int inside(String message) {
    Request request = Request.of(message);
    return door.receive(request.visit()).status();
  }

  static List<String> bombs() {
    return List.of(DTD_FILE, EMPTY_DTD, OUTER_DTD, laughs(), "<xml><Encrypt>&lol;</Encrypt></xml>");
  }

  private static String laughs() {
    var dtd = new StringBuilder("<!DOCTYPE xml [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      String ten = ("&l" + (i - 1) + ";").repeat(10);
      dtd.append("<!ENTITY l").append(i).append(" \"").append(ten).append("\">");
    }
    return dtd + "]><xml><Encrypt>&l9;</Encrypt><MsgType>&l9;</MsgType></xml>";
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void refuses_a_doctype_and_every_entity_outside_and_inside(String xml) {
    assertThat(outside(xml.getBytes(UTF_8))).isEqualTo(400);
    assertThat(inside(xml)).isEqualTo(400);
    assertThat(refusal(xml)).isEqualTo(Refusal.XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{\"encrypt\":\"A\"}",
        "<xml>",
        "<xml></lmx>",
        "<xml/><xml/>",
        "<",
        "<xml><Encrypt>A</Encrypt></xml>rest",
        "<xml a='1' a='2'/>",
        "<xml>]]></xml>"
      })
  void refuses_what_is_not_xml(String body) {
    assertThat(outside(body.getBytes(UTF_8))).isEqualTo(400);
    assertThat(inside(body)).isEqualTo(400);
    assertThat(refusal(body)).isEqualTo(Refusal.XML);
  }

  @Test
  void refuses_an_envelope_without_anything_sealed() {
    assertThat(outside("<xml><ToUserName>a</ToUserName></xml>".getBytes(UTF_8))).isEqualTo(400);
    assertThat(outside("<xml><a><Encrypt>A</Encrypt></a></xml>".getBytes(UTF_8))).isEqualTo(400);
  }

  @Test
  void refuses_other_encodings_and_broken_utf_8() {
    assertThat(outside("<xml><Encrypt>A</Encrypt></xml>".getBytes(UTF_16))).isEqualTo(400);
    byte[] broken = "<xml><Encrypt>A</Encrypt></xml>".getBytes(UTF_8);
    broken[14] = (byte) 0xc3;
    assertThat(outside(broken)).isEqualTo(400);
  }

  @Test
  void refuses_ten_megabytes_unread() {
    byte[] huge = new byte[10 * 1024 * 1024];
    assertThat(outside(huge)).isEqualTo(413);
    assertThat(outside(new byte[door.mostBytes()])).isEqualTo(400);
  }

  @Test
  void refuses_depths_and_numbers_that_wecom_never_sends() {
    assertThat(refusal("<a>".repeat(17) + "</a>".repeat(17))).isEqualTo(Refusal.XML);
    assertThat(refusal("<a>".repeat(80_000))).isEqualTo(Refusal.XML);
    assertThat(refusal("<xml>" + "<a/>".repeat(5_000) + "</xml>")).isEqualTo(Refusal.XML);
    assertThat(refusal("<" + "a".repeat(200_000) + "/>")).isEqualTo(Refusal.XML);
  }

  @Test
  void ends_soon_whatever_the_longest_body_holds() {
    int most = door.mostBytes();
    for (String part :
        List.of("<a/>", "<a b='c' ", "&lt;", "&#x41;", "<!---->", "<![CDATA[", "]")) {
      String body = "<xml><Encrypt>" + part.repeat((most - 100) / part.length());
      assertThatCode(() -> outside(body.getBytes(UTF_8))).doesNotThrowAnyException();
    }
  }

  @Property(tries = 2000)
  void never_throws_at_anything(@ForAll byte[] body, @ForAll String text) {
    assertThat(outside(body)).isEqualTo(400);
    assertThat(outside(("<xml><Encrypt>" + text + "</Encrypt></xml>").getBytes(UTF_8)))
        .isIn(400, 403);
    assertThat(inside(text)).isEqualTo(400);
  }

  /** Readers come from one factory for all threads. */
  @Test
  void reads_for_many_threads_at_once() throws Exception {
    List<Callable<Void>> readers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String words = "王总" + i;
      readers.add(
          () -> {
            for (int n = 0; n < 20; n++) {
              Leaves leaves = Leaves.read(("<xml><A>" + words + n + "</A></xml>").getBytes(UTF_8));
              assertThat(leaves.text("A")).contains(words + n);
            }
            return null;
          });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(readers)) {
        done.get();
      }
    }
  }

  private static Refusal refusal(String xml) {
    return catchThrowableOfType(RefusedException.class, () -> Leaves.read(xml.getBytes(UTF_8)))
        .refusal();
  }
}
