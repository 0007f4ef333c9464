package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  /** Shared by the tests, so that the English model is unpacked once a build. */
  private static final Path HOME = Path.of("target", "test-home");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void prints_the_words_of_a_recording_on_standard_output() throws Exception {
    int status = run("transcribe", "--language", "en", memo("endoscopy-pain.amr"));

    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString().lines()).singleElement().asString().contains("next wednesday");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void prints_one_json_object_a_line_for_each_file() throws Exception {
    String memo = memo("good-news.amr");
    Files.write(folder.resolve("silent.wav"), silentWav());
    String silent = folder.resolve("silent.wav").toString();

    int status = run("transcribe", "--language=en", "--json", memo, silent);

    assertThat(status).isZero();
    List<JsonNode> lines = out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).hasSize(2);
    JsonNode heard = lines.getFirst();
    assertThat(heard.propertyNames())
        .containsExactlyInAnyOrder(
            "file", "text", "language", "engine", "seconds", "confidence", "words");
    assertThat(heard.get("file").asString()).isEqualTo(memo);
    assertThat(heard.get("language").asString()).isEqualTo("en");
    assertThat(heard.get("engine").asString()).isEqualTo("vosk-model-small-en-us-0.15");
    assertThat(heard.get("words").get(0).propertyNames())
        .containsExactlyInAnyOrder("word", "start", "end", "confidence");
    assertThat(lines.getLast().get("text").asString()).isEmpty();
    assertThat(lines.getLast().get("reason").asString()).isEqualTo("SILENCE");
    assertThat(err.toString()).contains("silent.wav: nothing heard: the recording is silent");
  }

  @Test
  void names_a_bad_file_and_goes_on_with_the_others() throws Exception {
    String picture = resource("clips/picture.amr");

    int status =
        run("transcribe", "--language", "en", picture, memo("good-news.amr"), "nowhere.amr");

    assertThat(status).isEqualTo(1);
    assertThat(out.toString().lines()).singleElement().asString().contains("good-news.amr\t");
    assertThat(err.toString().lines())
        .containsExactly(
            picture + ": it is no recording that can be played, whatever its name says",
            "nowhere.amr: there is no such file");
  }

  @Test
  void says_how_to_get_a_missing_model() throws Exception {
    int status = run("transcribe", memo("good-news.amr"));

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains(
            "no working speech model for zh; run: kouxin models fetch vosk-model-small-cn-0.22");
  }

  @Test
  void answers_wrong_use_with_two_and_the_usage_on_standard_error() {
    assertThat(run("transcribe")).isEqualTo(2);
    assertThat(run("transcribe", "--language", "fr", "a.amr")).isEqualTo(2);
    assertThat(run("models")).isEqualTo(2);
    assertThat(run("models", "fetch")).isEqualTo(2);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--language is en or zh, not fr", "say list, fetch or add");
  }

  @Test
  void lists_models_with_their_state() {
    assertThat(run("models", "list")).isZero();
    assertThat(out.toString().lines())
        .contains("vosk-model-small-cn-0.22\tzh\tmissing", "vosk-model-cn-0.22\tzh\tmissing")
        .anyMatch(line -> line.startsWith("vosk-model-small-en-us-0.15\ten\t"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void says_what_to_do_when_a_model_cannot_be_had() throws Exception {
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");

    assertThat(run("models", "fetch", "nonsense")).isEqualTo(1);
    assertThat(run("models", "add", "mine", text.toString())).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "kouxin: no speech model is called nonsense; see: models list",
            "kouxin: it is no zip, or a damaged one; take an unchanged zip or folder of a Vosk model");
  }

  @Test
  void fetches_the_bundled_model_and_adds_a_copy_of_it() {
    var home = Map.of("KOUXIN_HOME", folder.toString());
    assertThat(run(home, "models", "fetch", "vosk-model-small-en-us-0.15")).isZero();
    Path model = folder.resolve("models/vosk-model-small-en-us-0.15");
    assertThat(model.resolve("am/final.mdl")).isNotEmptyFile();
    assertThat(run(home, "models", "add", "copy", model.toString())).isZero();
    assertThat(run(home, "models", "list")).isZero();

    assertThat(out.toString().lines())
        .contains("copy\t?\tready", "vosk-model-small-en-us-0.15\ten\tready");
    assertThat(err.toString()).contains("copy is ready");
  }

  @Test
  void doctor_looks_by_itself_where_no_service_runs() {
    var home = Map.of("KOUXIN_HOME", folder.resolve("none").toString());
    assertThat(run(home, "doctor", "--language", "en")).as("no Chinese model").isEqualTo(1);
    assertThat(out.toString())
        .contains("! No service runs here", "✓ Nothing is stored yet", "✗ Chinese speech");
    assertThat(folder.resolve("none")).as("it only looks").doesNotExist();
    assertThat(run(home, "doctor", "--language", "fr")).isEqualTo(2);
  }

  @Test
  void doctor_names_a_setting_that_no_service_could_start_with() {
    var wrong =
        Map.of(
            "KOUXIN_HOME", folder.toString(),
            "KOUXIN_WECOM_CORPID", "ww1",
            "KOUXIN_WECOM_AGENTID", "1000002",
            "KOUXIN_WECOM_SECRET", "secret",
            "KOUXIN_WECOM_TOKEN", "token",
            "KOUXIN_WECOM_AESKEY", "short");
    assertThat(run(wrong, "doctor", "--json")).isEqualTo(1);
    JsonNode items = JsonMapper.shared().readTree(out.toString()).get("items");
    JsonNode settings = items.valueStream().toList().getLast();
    assertThat(settings.get("name").asString()).isEqualTo("settings");
    assertThat(settings.get("state").asString()).isEqualTo("broken");
    assertThat(settings.get("words").asString()).contains("EncodingAESKey", "43");
  }

  @Test
  void doctor_asks_wecom_by_itself_and_looks_into_the_store() throws Exception {
    try (var wecom = WeComEmulator.start(EmulatorConfig.random())) {
      String store = "jdbc:sqlite:" + folder.resolve("store.db");
      try (var made = DriverManager.getConnection(store);
          var statement = made.createStatement()) {
        statement.execute("CREATE TABLE person (id TEXT)");
      }
      var settings = new HashMap<>(Map.of("KOUXIN_HOME", folder.toString()));
      settings.put("KOUXIN_WECOM_CORPID", wecom.app().corpId());
      settings.put("KOUXIN_WECOM_AGENTID", String.valueOf(wecom.app().agentId()));
      settings.put("KOUXIN_WECOM_SECRET", "another");
      settings.put("KOUXIN_WECOM_TOKEN", wecom.keys().token());
      settings.put("KOUXIN_WECOM_AESKEY", wecom.keys().aesKey());
      settings.put("KOUXIN_WECOM_BASEURL", wecom.baseUrl());
      assertThat(run(settings, "doctor", "--language", "en")).isEqualTo(1);
      assertThat(out.toString())
          .contains("✗ The secret is wrong", "→ WeCom admin", "✓ The store can be read");
    }
  }

  @Test
  void doctor_asks_dingtalk_and_its_card_template_by_itself() {
    try (var dingTalk = dingTalk()) {
      dingTalk.cards().unpublish("kouxin.schema");
      var settings = new HashMap<>(Map.of("KOUXIN_HOME", folder.toString()));
      settings.put("KOUXIN_DINGTALK_CLIENTID", dingTalk.app().clientId());
      settings.put("KOUXIN_DINGTALK_CLIENTSECRET", dingTalk.app().clientSecret());
      settings.put("KOUXIN_DINGTALK_APIURL", dingTalk.baseUrl());
      settings.put("KOUXIN_DINGTALK_OAPIURL", dingTalk.baseUrl());
      settings.put("KOUXIN_DINGTALK_MODE", "http");
      settings.put("KOUXIN_DINGTALK_CARDTEMPLATE", "kouxin.schema");
      assertThat(run(settings, "doctor", "--language", "en")).isEqualTo(1);
      assertThat(out.toString())
          .contains("✓ DingTalk knows us", "✓ The robot works", "✗ The card template is not pub")
          .contains("→ Card builder");
      dingTalk.cards().publish("kouxin.schema");
      run(settings, "doctor", "--language", "en", "--send", "rep01");
      assertThat(out.toString()).contains("✓ The card template works", "✓ The test card");
      assertThat(dingTalk.sent()).hasSize(1);
      settings.put("KOUXIN_DINGTALK_CLIENTSECRET", "another");
      assertThat(run(settings, "doctor", "--language", "en")).isEqualTo(1);
      assertThat(out.toString()).contains("✗ DingTalk does not accept the client id and secret");
    }
  }

  private static DingTalkEmulator dingTalk() {
    return DingTalkEmulator.start(io.kouxin.integrations.dingtalk.emulator.EmulatorConfig.random());
  }

  @Test
  void serves_without_a_command_and_by_name() {
    assertThat(run()).isEqualTo(42);
    assertThat(run("serve")).isEqualTo(42);
  }

  @Test
  void shows_help_and_version_on_standard_output() {
    assertThat(run("--help")).isZero();
    assertThat(run("transcribe", "--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("transcribe", "models", "serve", "--json", "kouxin ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void keeps_its_state_where_the_environment_says() {
    assertThat(Commands.home(Map.of())).isEqualTo(Path.of(".kouxin"));
    assertThat(Commands.home(Map.of("KOUXIN_HOME", "/data"))).isEqualTo(Path.of("/data"));
  }

  private int run(String... args) {
    return run(Map.of("KOUXIN_HOME", HOME.toString()), args);
  }

  private int run(Map<String, String> environment, String... args) {
    return Commands.line(environment, () -> 42)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private String memo(String name) throws IOException {
    return resource("memos/" + name);
  }

  private String resource(String path) throws IOException {
    Path copy = folder.resolve(Path.of(path).getFileName());
    try (var in = CommandsTest.class.getResourceAsStream("/io/kouxin/nlp/speech/" + path)) {
      Files.copy(Objects.requireNonNull(in, path), copy);
    }
    return copy.toString();
  }

  /** A second of zeros: 44 bytes of header, then 16 kHz mono samples of 16 bits. */
  private static byte[] silentWav() {
    var wav = java.nio.ByteBuffer.allocate(44 + 32_000).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes()).putInt(36 + 32_000).put("WAVEfmt ".getBytes()).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
    wav.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(32_000);
    return wav.array();
  }
}
