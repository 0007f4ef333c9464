package io.kouxin.bot.walk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by Playwright, which downloads nothing. */
final class Chromium implements AutoCloseable {
  private static final String MISSING =
      "There is no Chromium at /usr/bin/chromium; install the package 'chromium', or name another"
          + " one in KOUXIN_TEST_CHROMIUM.";
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program, List<String> arguments) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(arguments));
  }

  /**
   * Starts it; without one, the test is skipped, or fails where everything has to run
   * (KOUXIN_TEST_ALL=1).
   *
   * @param microphone a WAV file that is what the microphone hears
   */
  static Chromium start(Optional<Path> microphone) {
    Optional<Path> program = program();
    if ("1".equals(System.getenv("KOUXIN_TEST_ALL")) && program.isEmpty()) {
      throw new AssertionError(MISSING);
    }
    assumeTrue(program.isPresent(), MISSING);
    List<String> arguments = new ArrayList<>(QUIET);
    microphone.ifPresent(
        file ->
            arguments.addAll(
                List.of(
                    "--use-fake-device-for-media-stream",
                    "--use-fake-ui-for-media-stream",
                    "--use-file-for-fake-audio-capture=" + file)));
    return new Chromium(program.orElseThrow(), arguments);
  }

  private static Optional<Path> program() {
    return Stream.of(
            Optional.ofNullable(System.getenv("KOUXIN_TEST_CHROMIUM")).orElse(""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of this size, in pixels, that shares nothing with others. */
  BrowserContext window(int width, int height) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setLocale("zh-CN")
            .setTimezoneId("Asia/Shanghai")
            .setPermissions(List.of("microphone")));
  }

  /** A phone's browser that calls itself so, as an app's own browser does. */
  BrowserContext phone(String userAgent) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setUserAgent(userAgent)
            .setLocale("zh-CN")
            .setTimezoneId("Asia/Shanghai"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
