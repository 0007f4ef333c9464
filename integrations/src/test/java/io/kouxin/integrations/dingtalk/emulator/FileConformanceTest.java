package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that people send, and files that the application uploads. */
class FileConformanceTest {
  private static final String DOWNLOAD = "/v1.0/robot/messageFiles/download";
  private static final int MIB = 1024 * 1024;
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;
  private final byte[] sound = Silence.amr(1);
  private Listener app;

  @BeforeEach
  void listen() throws Exception {
    app = new Listener(emulator);
  }

  @AfterEach
  void stop() {
    app.close();
    caller.close();
  }

  private Map<String, String> code() {
    emulator.say(Said.audio("rep01", sound, 1_000, "拜访了王总"));
    JsonObject content = app.last().json().getAsJsonObject("content");
    return Map.of(
        "downloadCode", content.get("downloadCode").getAsString(),
        "robotCode", emulator.app().robotCode());
  }

  @Test
  void a_voice_note_is_fetched_by_its_code_until_the_address_ends() throws Exception {
    String url = caller.post(DOWNLOAD, code()).text("downloadUrl");
    assertThat(url).startsWith(emulator.baseUrl() + "/files/").contains(".file?Expires=");
    assertThat(caller.bytes(url).body()).isEqualTo(sound);
    assertThat(caller.bytes(url).headers().firstValue("Content-Type"))
        .contains("application/octet-stream");
    emulator.advance(Downloads.ADDRESS_LIFE);
    assertThat(caller.bytes(url).statusCode()).isEqualTo(403);
  }

  @Test
  void a_code_that_is_wrong_old_or_anothers_gives_nothing() throws Exception {
    String robot = emulator.app().robotCode();
    Map<String, String> good = code();
    assertThat(caller.post(DOWNLOAD, Map.of("downloadCode", "no", "robotCode", robot)).code())
        .isEqualTo("invalidParameter.robotCode.downloadCode");
    assertThat(caller.post(DOWNLOAD, Map.of("downloadCode", "x", "robotCode", "o")).code())
        .isEqualTo("invalidParameter.robotCode.auth");
    assertThat(caller.post(DOWNLOAD, Map.of("downloadCode", "x")).code())
        .isEqualTo("invalidParameter.robotCode.empty");
    emulator.advance(Duration.ofHours(24));
    caller.token();
    assertThat(caller.post(DOWNLOAD, good).code())
        .isEqualTo("invalidParameter.robotCode.downloadCode");
  }

  @Test
  void an_upload_gives_a_media_id() throws Exception {
    Caller.Reply reply = caller.upload("voice", "a.amr", sound);
    assertThat(reply.code()).isEqualTo("0");
    assertThat(emulator.media().find(reply.text("media_id")).orElseThrow().bytes())
        .isEqualTo(sound);
  }

  @Test
  void a_file_of_another_kind_too_big_or_empty_is_refused() throws Exception {
    assertThat(caller.upload("other", "a.amr", sound).code()).isEqualTo("40004");
    assertThat(caller.upload("voice", "a.ogg", sound).code()).isEqualTo("40004");
    assertThat(caller.upload("voice", "a.amr", new byte[2 * MIB + 1]).code()).isEqualTo("40006");
    assertThat(caller.upload("voice", "a.amr", new byte[0]).code()).isEqualTo("40035");
    assertThat(caller.post("/media/upload?type=voice", Map.of()).code()).isEqualTo("40035");
  }
}
