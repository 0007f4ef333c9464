package io.kouxin.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page in a real browser, with a microphone that hears beeps. */
@SpringBootTest(
    classes = ConsoleServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageTest {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");
  private static Playwright playwright;
  private static Browser chromium;

  @LocalServerPort private int port;
  @Autowired private ScriptedChat chat;
  @Autowired private ScriptedDoors doors;
  private BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startChromium() {
    Optional<Path> found = find("chromium", "chromium-browser", "google-chrome");
    Assumptions.assumeTrue(found.isPresent(), "no chromium on the PATH");
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    var options = new BrowserType.LaunchOptions().setArgs(QUIET);
    chromium = playwright.chromium().launch(options.setExecutablePath(found.orElseThrow()));
  }

  @AfterAll
  static void stopChromium() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void forget() {
    chat.accepted.clear();
    chat.off = false;
    doors.shown.clear();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void signs_in_by_the_link_and_forgets_the_token() {
    Page page = signedIn(1280, 800);
    assertThat(page.url()).isEqualTo(address("/"));
    assertThat(page.locator(".pane")).hasCount(2);
    assertThat(context.cookies()).singleElement().matches(cookie -> cookie.httpOnly);
  }

  @Test
  void tells_whoever_has_no_link_where_it_is() {
    Page page = open(1280, 800, "/");
    assertThat(page.locator("h1")).hasText("还差一步");
    assertThat(complaints).noneMatch(it -> it.contains("Content Security Policy"));
  }

  @Test
  void sends_what_is_typed_once_and_shows_it() {
    Page page = signedIn(1280, 800);
    Locator input = page.locator("#pane-rep textarea");
    input.fill("比迈瑞贵");
    input.press("Enter");
    assertThat(page.locator("#pane-rep .item.me .bubble")).hasText("比迈瑞贵");
    assertThat(input).hasValue("");
    page.waitForCondition(() -> !chat.accepted.isEmpty());
    assertThat(chat.accepted).singleElement().isInstanceOf(Inbound.Text.class);
    assertThat(complaints).isEmpty();
  }

  @Test
  void sends_a_tap_once_however_often_it_is_tapped() {
    Page page = signedIn(1280, 800);
    Locator button = page.locator("#pane-rep .card-buttons button").first();
    button.dblclick();
    assertThat(button.locator(".spinner")).isVisible();
    page.waitForCondition(() -> !chat.accepted.isEmpty());
    page.waitForTimeout(500);
    assertThat(chat.accepted).singleElement().isInstanceOf(Inbound.Tap.class);
  }

  @Test
  void records_a_note_by_holding_and_drops_one_that_is_cancelled() {
    Page page = signedIn(390, 844);
    Locator microphone = page.locator("#pane-rep .mic");
    microphone.click();
    page.locator("#pane-rep .strip .cancel").click();
    microphone.hover();
    page.mouse().down();
    page.waitForTimeout(1_500);
    page.mouse().up();
    assertThat(page.locator("#pane-rep .composer.recording")).hasCount(0);
    page.waitForCondition(() -> !chat.accepted.isEmpty());
    assertThat(chat.accepted)
        .singleElement()
        .isInstanceOfSatisfying(Inbound.Voice.class, PageTest::isRecorded);
  }

  @Test
  void shows_a_card_as_words_to_tap_where_the_platform_has_no_cards() {
    Page page = signedIn(1280, 800);
    page.locator(".segment label").last().click();
    assertThat(page.locator("#pane-rep .markdown .words button")).hasCount(7);
    assertThat(page.locator("#pane-rep .card-buttons")).hasCount(0);
  }

  @Test
  void speaks_english_when_asked() {
    Page page = signedIn(390, 844);
    page.locator("#language").click();
    assertThat(page.locator("#pane-rep textarea")).hasAttribute("placeholder", "Say something");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void never_scrolls_sideways(int width, int height) {
    Page page = signedIn(width, height);
    assertThat(page.locator("#pane-rep .card")).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void shows_live_what_happens_at_the_door(int width, int height) {
    Page page = signedIn(width, height);
    assertThat(page.locator(".door")).hasCount(0);
    Instant at = Instant.parse("2026-03-04T02:00:00Z");
    doors.shown.add(door(Optional.of(at), Optional.empty(), "", ""));
    assertThat(page.locator(".door")).containsText("验证通过");
    doors.shown.set(0, door(Optional.of(at), Optional.of(at.plusSeconds(5)), "签名对不上。", "抄一遍。"));
    assertThat(page.locator(".door.refused .why")).containsText("签名对不上。 抄一遍。");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(complaints).isEmpty();
  }

  private static DoorLines.Line door(
      Optional<Instant> received, Optional<Instant> refused, String why, String whatToDo) {
    return new DoorLines.Line(
        "wecom", received, received, Optional.of("张三"), refused, why, whatToDo);
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800"})
  void without_the_chat_there_is_a_sentence_and_the_door(int width, int height) {
    chat.off = true;
    doors.shown.add(door(Optional.empty(), Optional.empty(), "", ""));
    Page page = open(width, height, "/?token=" + ConsoleServer.TOKEN);
    assertThat(page.locator("#off h2")).hasText("口信在跑");
    assertThat(page.locator(".door")).containsText("还没收到消息");
    assertThat(page.locator(".segment")).isHidden();
    assertThat(page.locator("#connection")).isHidden();
    page.locator("#language").click();
    assertThat(page.locator("#off h2")).hasText("Kouxin is running");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  private Page signedIn(int width, int height) {
    Page page = open(width, height, "/?token=" + ConsoleServer.TOKEN);
    page.locator("#pane-rep .item").first().waitFor();
    return page;
  }

  private Page open(int width, int height, String path) {
    context =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setPermissions(List.of("microphone")));
    context.onConsoleMessage(
        message -> {
          // The record and the models are rooms that this server does not have.
          if (message.type().equals("error") && !message.location().contains("/follow-ups")) {
            complaints.add(message.text());
          }
        });
    Page page = context.newPage();
    page.navigate(address(path));
    return page;
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static void isRecorded(Inbound.Voice voice) {
    var media = (MediaRef.Inline) voice.media();
    assertThat(media.contentType()).isEqualTo("audio/webm;codecs=opus");
    assertThat(media.bytes().length).isGreaterThan(1_000);
    assertThat(new String(media.bytes(), StandardCharsets.ISO_8859_1)).contains("webm", "OpusHead");
  }

  private static Optional<Path> find(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
