package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.dingtalk.emulator.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The same voice note through every door: the platform's own bytes, really heard. */
class FourDoorsTest {
  private static final String NOTE = "price-objection.amr";
  private static final int LONG = 12_000;

  /** What belongs to the note and not to the way it came. */
  private static final List<String> SAME =
      List.of("text", "language", "tags", "suggestions", "people", "amounts", "nextAction");

  @TempDir private static Path home;
  @TempDir private static Path other;
  private static Corp corp;
  private static Company streaming;
  private static Company knocking;
  private static ServiceProcess three;
  private static ServiceProcess one;

  enum Door {
    WECOM,
    DINGTALK_STREAM,
    DINGTALK_HTTP,
    SANDBOX
  }

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    corp = new Corp();
    streaming = Company.streaming();
    knocking = Company.knocking();
    Map<String, String> sandbox = Map.of("KOUXIN_SANDBOX_ENABLED", "true");
    three = ServiceProcess.start(home, corp.settings(streaming.settings(sandbox)));
    one = ServiceProcess.start(other, knocking.settings(sandbox));
    corp.calls(three.client());
    streaming.reaches(three.client());
    knocking.reaches(one.client());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    three.close();
    one.close();
    corp.close();
    streaming.close();
    knocking.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_note_gives_the_same_record(Door door) throws IOException {
    JsonNode record = record(door);
    assertThat(record.path("tags").size()).as("%s", record).isPositive();
    JsonNode reference = door == Door.SANDBOX ? record : sandbox(three.client());
    for (String field : SAME) {
      assertThat(record.path(field)).as(field).isEqualTo(reference.path(field));
    }
    assertThat(record.path("source").path("engine"))
        .isEqualTo(reference.path("source").path("engine"));
    assertThat(record.path("source").path("kind").asString("")).isEqualTo("voice");
  }

  private static JsonNode record(Door door) throws IOException {
    byte[] note = Voices.memo(NOTE);
    return switch (door) {
      case SANDBOX -> sandbox(three.client());
      case WECOM -> {
        corp.employ(three.client(), "EmmaWeCom", "en");
        assertThat(corp.emulator().injectVoice("EmmaWeCom", note).isAccepted()).isTrue();
        yield first(three.client(), "emmawecom", "wecom");
      }
      case DINGTALK_STREAM -> {
        streaming.employ(three.client(), "EmmaStream", "en");
        streaming.says(Said.audio("EmmaStream", note, LONG, ""));
        yield first(three.client(), "emmastream", "dingtalk");
      }
      case DINGTALK_HTTP -> {
        knocking.employ(one.client(), "EmmaHttp", "en");
        knocking.says(Said.audio("EmmaHttp", note, LONG, ""));
        yield first(one.client(), "emmahttp", "dingtalk");
      }
    };
  }

  private static JsonNode sandbox(ServiceClient client) throws IOException {
    if (client.followUps("emma").isEmpty()) {
      client.upload("emma", Voices.note(NOTE));
    }
    return first(client, "emma", "sandbox");
  }

  private static JsonNode first(ServiceClient client, String rep, String channel) {
    Await.until("a record of " + rep, Corp.PATIENCE, () -> !records(client, rep).isEmpty());
    JsonNode record = records(client, rep).getFirst();
    assertThat(record.path("channel").asString("")).isEqualTo(channel);
    return record;
  }

  private static List<JsonNode> records(ServiceClient client, String rep) {
    try {
      return Stream.of(client.followUps(rep)).flatMap(List::stream).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
