package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who comes to the console with a browser, perhaps with that of a platform's app. */
final class Visitor implements AutoCloseable {
  static final String WECOM =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
          + " wxwork/4.1.36 MicroMessenger/7.0.1 Language/zh";
  static final String DINGTALK =
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
          + " AliApp(DingTalk/7.6.50) Language/zh-CN";

  /** What WeCom's script offers to pages, as far as ours ask. */
  static final String WECOM_SCRIPT =
      """
      let proved = false;
      window.wx = {
        config: (c) => { proved = /^[0-9a-f]{40}$/.test(c.signature) && c.appId && c.nonceStr; },
        ready: (go) => setTimeout(go),
        error: () => {},
        agentConfig: (c) => (/^[0-9a-f]{40}$/.test(c.signature) ? c.success() : c.fail()),
        getLocation: (c) => proved
          ? c.success({ latitude: '31.2304', longitude: '121.4737', accuracy: '35.2' })
          : c.fail({ errMsg: 'getLocation:permission denied' }),
      };
      """;

  /** What DingTalk's script offers to pages, as far as ours ask. */
  static final String DINGTALK_SCRIPT =
      """
      let proved = false;
      window.dd = {
        config: (c) => { proved = /^[0-9a-f]{40}$/.test(c.signature) && c.corpId && c.agentId; },
        ready: (go) => setTimeout(go),
        error: () => {},
        requestAuthCode: (c) => c.success({ code: 'CODE' }),
        getLocation: (c) => proved
          ? c.success({ latitude: 31.2, longitude: 121.4, accuracy: 2500, address: '华康医院门诊楼' })
          : c.fail({ error: 11 }),
      };
      """;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE = Duration.ofSeconds(40).toMillis();

  private final Page page;
  private final URI home;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext window, URI home) {
    this.page = window.newPage();
    this.home = home;
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Answers with this wherever the page asks for a platform's script; nothing leaves here. */
  void plays(String script) {
    page.route(
        "https://**/*.js",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/javascript").setBody(script)));
  }

  void opens(String path) {
    page.navigate(home.resolve(path).toString());
  }

  void taps(String selector) {
    page.locator(selector).first().click();
  }

  /** Writes this into a field, in place of what stands there. */
  void writes(String selector, String text) {
    page.locator(selector).first().fill(text);
  }

  void chooses(String selector, String value) {
    page.locator(selector).first().selectOption(value);
  }

  void presses(String key) {
    page.keyboard().press(key);
  }

  /** What has the keyboard's attention. */
  String focused(String attribute) {
    return String.valueOf(
        page.evaluate("name => document.activeElement.getAttribute(name) ?? ''", attribute));
  }

  /** Waits until these words stand there. */
  void sees(String selector, String words) {
    page.locator(selector).filter(new Locator.FilterOptions().setHasText(words)).first().waitFor();
  }

  /** Waits until nothing like this is there any more. */
  void seesNo(String selector) {
    page.waitForFunction("selector => !document.querySelector(selector)", selector);
  }

  int count(String selector) {
    return page.locator(selector).count();
  }

  void fits() {
    assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out")
        .isTrue();
  }

  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Errors that pages wrote to the console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    page.context().close();
  }
}
