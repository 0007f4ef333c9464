package io.kouxin.bot.walk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's page as somebody sees it: what is said there, and what it shows. */
final class Phone implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE = Duration.ofSeconds(40).toMillis();

  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  /** Opens the page by its link, as the person who started the service does. */
  Phone(BrowserContext window, URI home) {
    this.page = window.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(home + "?token=" + ServiceProcess.TOKEN);
    page.locator("#pane-rep textarea").waitFor();
  }

  /** Plays this rep. */
  void play(String rep) {
    page.locator("#pane-rep select").selectOption(rep);
    page.waitForFunction("rep => document.querySelector('#pane-rep select')?.value === rep", rep);
    page.locator("#pane-rep textarea").waitFor();
  }

  /** Types and sends; returns when the bubble is on the page and known to the service. */
  Duration say(String text) {
    int before = own().count();
    page.locator("#pane-rep textarea").fill(text);
    long begin = System.nanoTime();
    page.locator("#pane-rep textarea").press("Enter");
    awaitOwn(before + 1);
    return since(begin);
  }

  void upload(String name, byte[] bytes) {
    int before = own().count();
    page.locator("#pane-rep input[type=file]")
        .setInputFiles(new FilePayload(name, "audio/amr", bytes));
    awaitOwn(before + 1);
  }

  /** Taps the microphone, lets it listen for so long, and sends. */
  void record(Duration length) {
    int before = own().count();
    Locator microphone = page.locator("#pane-rep .mic");
    microphone.click();
    page.locator("#pane-rep .composer.recording").waitFor();
    page.waitForTimeout(length.toMillis());
    page.locator("#pane-rep .strip .send").click();
    awaitOwn(before + 1);
  }

  private Locator own() {
    return page.locator("#pane-rep article.me");
  }

  private void awaitOwn(int count) {
    page.waitForFunction(
        "count => document.querySelectorAll('#pane-rep article.me').length >= count"
            + " && !document.querySelector('#pane-rep article.me .spinner')",
        count);
  }

  /** The cards whose words contain all of these, in one pane. */
  Locator cards(String role, String... words) {
    Locator cards = page.locator("#pane-" + role + " .card");
    for (String each : words) {
      cards = cards.filter(new Locator.FilterOptions().setHasText(each));
    }
    return cards;
  }

  /** Waits for a card with these words. */
  Duration awaitCard(String role, String... words) {
    long begin = System.nanoTime();
    cards(role, words).first().waitFor();
    return since(begin);
  }

  /** Waits for a message with these words. */
  Duration awaitWords(String words) {
    long begin = System.nanoTime();
    page.locator("#pane-rep article")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first()
        .waitFor();
    return since(begin);
  }

  /** Taps the button that begins with these words on the card that has those. */
  void tap(String card, String button) {
    cards("rep", card)
        .first()
        .locator("button")
        .filter(new Locator.FilterOptions().setHasText(button))
        .first()
        .click();
  }

  /** What the first button that begins so offers on this card, without that beginning. */
  String offered(String card, String beginning) {
    return cards("rep", card, beginning)
        .first()
        .locator("button")
        .filter(new Locator.FilterOptions().setHasText(beginning))
        .first()
        .innerText()
        .substring(beginning.length());
  }

  /** The rows of this card. */
  String rows(String card) {
    return cards("rep", card).first().locator("dl").innerText();
  }

  int allCards() {
    return page.locator("#pane-rep .card").count();
  }

  List<String> everything() {
    return page.locator("#pane-rep article").allInnerTexts();
  }

  /** Everything again, from the service. */
  void reload() {
    page.reload();
    page.locator("#pane-rep textarea").waitFor();
  }

  /** On a narrow screen, the other phone. */
  void turnTo(String role) {
    Locator tab = page.locator("#tab-" + role);
    if (tab.isVisible()) {
      tab.click();
    }
  }

  /** Whether the bot seems to be about to say something. */
  boolean typing() {
    return page.locator("#pane-rep .typing").count() > 0;
  }

  boolean fits() {
    return (boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth");
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Errors that the page wrote to its console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    page.context().close();
  }
}
