package io.kouxin.integrations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.integrations.channel.Inbound;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxMessagesTest {
  private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");
  private final SandboxMessages messages = new SandboxMessages(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void says_who_wrote_where_and_when() {
    Inbound.Envelope envelope = messages.text("wanglei", "下周三再去").envelope();
    assertThat(envelope.channel()).isEqualTo("sandbox");
    assertThat(envelope.sender()).isEqualTo("wanglei");
    assertThat(envelope.conversation()).isEqualTo("wanglei");
    assertThat(envelope.at()).isEqualTo(NOW);
  }

  @Test
  void gives_the_same_words_said_twice_two_ids() {
    assertThat(messages.text("wanglei", "好").envelope().id())
        .isNotEqualTo(messages.text("wanglei", "好").envelope().id());
  }

  @ParameterizedTest
  @CsvSource({
    "audio/webm;codecs=opus, note.webm, Voice",
    "video/webm, note.webm, Voice",
    "application/ogg, note.ogg, Voice",
    "application/octet-stream, note.AMR, Voice",
    "'', note.amr, Voice",
    "image/png, door.png, Picture",
    "'', door.JPG, Picture",
    "image/png, note.amr, Picture",
    "text/csv, customers.csv, File",
    "'', '', File",
    "'', amr-manual.pdf, File",
  })
  void knows_a_note_from_a_picture_from_a_file(String type, String name, String kind) {
    Inbound message = messages.file("wanglei", new byte[] {1}, type, name);
    assertThat(message.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void brings_a_place_and_a_tap_as_they_are() {
    assertThat(messages.place("wanglei", 31.2, 121.4, "华康医院"))
        .isInstanceOfSatisfying(
            Inbound.Place.class,
            place -> {
              assertThat(place.latitude()).isEqualTo(31.2);
              assertThat(place.label()).isEqualTo("华康医院");
            });
    assertThat(messages.tap("wanglei", "draft:1", "confirm", List.of("price")))
        .isInstanceOfSatisfying(
            Inbound.Tap.class,
            tap -> {
              assertThat(tap.card()).isEqualTo("draft:1");
              assertThat(tap.ticked()).containsExactly("price");
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {90.1, -91, Double.NaN, Double.POSITIVE_INFINITY})
  void refuses_a_place_that_is_not_on_earth(double latitude) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages.place("wanglei", latitude, 121.4, ""))
        .withMessageContaining("latitude");
  }
}
