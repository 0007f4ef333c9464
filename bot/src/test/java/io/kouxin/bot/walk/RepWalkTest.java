package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.AudioLimits;
import io.kouxin.nlp.speech.Pcm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The rep's walk in a real browser on the real service; its times are printed. */
class RepWalkTest {
  private static final String SAID = "张主任提到关节镜手术后患者投诉疼痛管理不到位，比迈瑞贵，想先试用，下周三下午三点再去";
  private static final String ANGRY = "清河肿瘤的许主任投诉我们售后没人管，打了三个电话没人接，很生气，说再这样就要换掉我们";
  private static final int TAKES = 3;
  private static final String ADD = "加：";
  private static final String TRAINING = "training-needed";
  private static final String LESSONS = "/api/v1/library/lessons?entry=" + TRAINING;
  private static final String SPOKEN = "training-plan.amr";

  @TempDir private static Path folder;
  private static ServiceProcess service;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    Path home = folder.resolve("home");
    Path microphone = folder.resolve("microphone.wav");
    write(new AudioDecoder(AudioLimits.standard()).decode(Voices.memo(SPOKEN)), microphone);
    chromium = Chromium.start(Optional.of(microphone));
    java.nio.file.Files.createDirectories(home);
    service = ServiceProcess.start(home, Map.of("KOUXIN_TIMEZONE", ServiceProcess.whereItIsTen()));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (chromium != null) {
      chromium.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,900,zhangsan", "390,844,wanglei"})
  void a_chinese_rep_types_ticks_corrects_and_confirms(int width, int height, String rep)
      throws Exception {
    try (var phone = new Phone(chromium.window(width, height), service.client().home())) {
      phone.play(rep);
      Duration ack = phone.say(SAID);
      Duration card = phone.awaitCard("rep", "术后镇痛不到位", "迈瑞");
      phone.screenshot("walk-" + width + "-question");
      chooseCustomer(phone);
      int cards = phone.allCards();
      String offered = phone.offered("术后镇痛不到位", ADD);
      Duration ticked = tick(phone, offered);
      assertThat(phone.allCards()).as("the card changed in place").isEqualTo(cards);
      phone.say("不对，是强生");
      Duration corrected = phone.awaitCard("rep", "术后镇痛不到位", "强生");
      phone.screenshot("walk-" + width + "-corrected");
      phone.tap("术后镇痛不到位", "没问题");
      phone.awaitCard("rep", "术后镇痛不到位", "已存");
      assertThat(phone.typing()).as("all is said").isFalse();
      assertThat(phone.fits()).as("nothing sticks out at %d px", width).isTrue();
      System.out.printf(
          "RepWalkTest %d px: ack %d ms, card after %d ms more, ticked %d ms, corrected %d ms%n",
          width, ack.toMillis(), card.toMillis(), ticked.toMillis(), corrected.toMillis());
      assertRecorded(rep, offered);
      List<String> before = phone.everything();
      phone.reload();
      phone.play(rep);
      phone.awaitCard("rep", "术后镇痛不到位", "强生", "已存");
      assertThat(phone.everything()).hasSameSizeAs(before);
      phone.screenshot("walk-" + width + "-reloaded");
      assertThat(phone.complaints()).isEmpty();
    }
  }

  private static void chooseCustomer(Phone phone) {
    phone.tap("术后镇痛不到位", "华东市第一人民医院");
    phone.awaitCard("rep", "华东市第一人民医院 · 张主任", "术后镇痛不到位");
  }

  /** Which tags are offered is the library's business; what is ticked must then be on the card. */
  private static Duration tick(Phone phone, String offered) {
    phone.tap("术后镇痛不到位", ADD + offered);
    return Await.until(
        "the tick is on the card",
        Duration.ofSeconds(30),
        () -> phone.rows("术后镇痛不到位").contains(offered));
  }

  private static void assertRecorded(String rep, String ticked) throws IOException {
    List<JsonNode> found =
        service.client().followUps(rep).stream()
            .filter(one -> one.path("text").asString("").equals(SAID))
            .toList();
    assertThat(found).hasSize(1);
    JsonNode record = found.getFirst();
    assertThat(record.path("status").asString("")).isEqualTo("confirmed");
    assertThat(record.path("revision").asInt()).isEqualTo(1);
    assertThat(record.path("customer").path("name").asString("")).isEqualTo("华东市第一人民医院");
    assertThat(record.path("tags").toString()).contains(ticked, "术后镇痛不到位");
    assertThat(record.path("due").asString("")).contains("T15:00:00");
  }

  @Test
  void a_manager_hears_at_once_what_cannot_wait() {
    URI home = service.client().home();
    try (var wide = new Phone(chromium.window(1280, 900), home);
        var narrow = new Phone(chromium.window(390, 844), home)) {
      wide.play("zhangsan");
      wide.say(ANGRY);
      Duration told = wide.awaitCard("manager", "清河肿瘤专科医院", "对服务不满");
      System.out.printf("RepWalkTest: the manager knew after %d ms%n", told.toMillis());
      wide.screenshot("manager-1280");
      narrow.turnTo("manager");
      narrow.awaitCard("manager", "清河肿瘤专科医院", "对服务不满");
      narrow.screenshot("manager-390");
      assertThat(narrow.fits()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,900", "390,844"})
  void what_a_rep_takes_away_is_reviewed_in_the_library(int width, int height) throws Exception {
    // A second memo about the same person would join the first.
    String who = width > 500 ? "李" : "赵";
    String said = who + "主任说护士不会用要我们再培训" + width + "次，周五再去";
    Await.until(
        "no lesson of another run is live", Duration.ofSeconds(30), () -> isAboutTraining(said));
    service.client().say("chenmin", said);
    takeAwayAllTags(said);
    URI home = service.client().home();
    try (var leader = new Visitor(chromium.window(width, height), home)) {
      leader.opens("/?token=" + ServiceProcess.TOKEN);
      leader.sees("#pane-rep h2", "");
      leader.opens("/library");
      leader.chooses("#which", "open");
      leader.writes("#words", "需要培训");
      leader.sees("#list button", "待看 1");
      leader.fits();
      leader.screenshot("library-" + width);
      leader.taps("#list button");
      leader.sees(".lesson:first-child", "不是这个意思");
      leader.fits();
      leader.screenshot("library-entry-" + width);
      leader.taps(".lesson button");
      leader.sees(".lesson:first-child", "已采纳");
      assertThat(learned()).hasSize(1).noneMatch(text -> text.contains(who));
      leader.taps(".lesson button");
      leader.sees(".lesson:first-child", "已收回");
      assertThat(learned()).isEmpty();
      leader.presses("Escape");
      leader.seesNo("dialog[open]");
      leader.chooses("#which", "all");
      leader.writes("#words", "没有这样的说法");
      leader.sees("#said", "没有符合的");
      assertThat(leader.complaints()).isEmpty();
    }
  }

  private static boolean isAboutTraining(String said) throws IOException {
    var question = Map.of("text", said);
    JsonNode answer = service.client().post("/api/v1/tag", question).body();
    return answer.path("tags").findValuesAsString("entry").contains(TRAINING);
  }

  private static void takeAwayAllTags(String text) throws Exception {
    var found = new AtomicReference<>("");
    Await.until(
        "the memo is a follow-up",
        Duration.ofSeconds(30),
        () ->
            service.client().followUps("chenmin").stream()
                .filter(one -> one.path("text").asString("").equals(text))
                .findFirst()
                .map(one -> one.path("id").asString(""))
                .filter(id -> found.compareAndSet("", id))
                .isPresent());
    var change = Map.of("reason", "不是这个意思", "tags", List.of());
    assertThat(service.client().patch("/api/v1/follow-ups/" + found.get(), change).status())
        .isEqualTo(200);
    Await.until(
        "the lesson is there",
        Duration.ofSeconds(30),
        () -> !service.client().items(LESSONS + "&state=proposed").isEmpty());
  }

  private static List<String> learned() throws IOException {
    JsonNode state =
        service.client().get("/api/v1/library/entries/" + TRAINING).body().path("state");
    return state
        .path("learned")
        .path("counterExamples")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void an_administrator_adds_an_entry_and_is_told_in_words_what_is_wrong() {
    try (var desk = new Visitor(chromium.window(390, 844), service.client().home())) {
      desk.opens("/?token=" + ServiceProcess.TOKEN);
      desk.sees("#pane-rep h2", "");
      desk.opens("/library");
      desk.sees("#list button", "嫌贵");
      desk.taps("#new");
      desk.writes("[name=id]", "walk-lift");
      desk.writes("[name=label]", "电梯太小");
      desk.writes("[name=phrases]", "梯");
      desk.taps("dialog .wide");
      desk.sees("dialog .problems", "“梯”只有一个字");
      assertThat(desk.focused("name")).as("the field that is wrong").isEqualTo("phrases");
      desk.writes("[name=phrases]", "电梯太小设备进不去\n他们楼里的电梯装不下");
      desk.taps("dialog .wide");
      desk.seesNo("dialog[open]");
      desk.writes("#words", "电梯太小");
      desk.sees("#list button", "完整说法 2/12");
      desk.fits();
      desk.taps("#list button");
      desk.sees("#editor-title", "电梯太小");
      desk.sees("dialog", "还没在跟进里出现过");
      desk.sees(".lessons", "还没有");
      desk.fits();
      desk.screenshot("library-form-390");
      desk.presses("Escape");
      desk.seesNo("dialog[open]");
      assertThat(desk.focused("data-entry")).as("back where it was opened").isEqualTo("walk-lift");
      desk.taps("#language");
      desk.sees("#list button", "full phrases 2/12");
    }
  }

  @Test
  void an_english_rep_uploads_a_voice_note() throws IOException {
    try (var phone = new Phone(chromium.window(1280, 900), service.client().home())) {
      phone.play("emma");
      phone.upload("price-objection.amr", Voices.memo("price-objection.amr"));
      Duration card = phone.awaitCard("rep", "Looks good");
      phone.screenshot("voice-1280");
      System.out.printf("RepWalkTest: card of an uploaded note after %d ms%n", card.toMillis());
      assertThat(isHeard("price-objection.amr", 0.75)).isTrue();
    }
  }

  /** The microphone of a busy machine stutters; then a person says it again. */
  @Test
  void an_english_rep_records_a_voice_note() throws IOException {
    try (var phone = new Phone(chromium.window(390, 844), service.client().home())) {
      phone.play("emma");
      for (int take = 1; take <= TAKES && !isHeard(SPOKEN, 0.5); take++) {
        Duration recorded = record(phone);
        System.out.printf(
            "RepWalkTest: take %d, record of a recorded note after %d ms%n",
            take, recorded.toMillis());
      }
      phone.screenshot("recorded-390");
      assertThat(phone.fits()).isTrue();
      assertThat(isHeard(SPOKEN, 0.5)).as("half of the words were heard").isTrue();
    }
  }

  private static Duration record(Phone phone) throws IOException {
    int before = service.client().followUps("emma").size();
    phone.record(Duration.ofSeconds(11));
    return Await.until(
        "the record of what was recorded",
        Duration.ofSeconds(60),
        () -> service.client().followUps("emma").size() > before);
  }

  /** Whether a record has at least this share of the words of a memo. */
  private static boolean isHeard(String memo, double share) throws IOException {
    return service.client().followUps("emma").stream()
        .filter(record -> record.path("source").path("kind").asString("").equals("voice"))
        .anyMatch(record -> Voices.share(memo, record.path("text").asString("")) >= share);
  }

  private static void write(Pcm sound, Path file) throws IOException {
    short[] samples = sound.samples();
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    var format = new AudioFormat(Pcm.RATE, 16, 1, true, false);
    try (var stream =
        new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
