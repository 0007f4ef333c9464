package io.kouxin.bot.console;

import io.kouxin.bot.doctor.Doctor;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.doctor.Item;
import io.kouxin.bot.doctor.Sayings;
import io.kouxin.bot.doctor.TestCards;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What does not work, and what to do about it. */
@RestController
@RequestMapping("/api/v1/doctor")
@Tag(name = "Doctor", description = "What does not work, and what to do about it.")
class DoctorController {
  private final Doctor doctor;
  private final TestCards cards;
  private final Sayings sayings;

  DoctorController(Doctor doctor, TestCards cards, Sayings sayings) {
    this.doctor = doctor;
    this.cards = cards;
    this.sayings = sayings;
  }

  /**
   * One thing that was looked at.
   *
   * @param name of the place, for programs
   * @param state ok, unknown, warning or broken
   * @param whatToDo empty where there is nothing to do
   */
  record ItemJson(String name, String state, String words, String whatToDo) {
    static ItemJson of(Item item) {
      String state = item.state().name().toLowerCase(Locale.ROOT);
      return new ItemJson(item.name(), state, item.words(), item.whatToDo());
    }
  }

  /** Whom to send a card. */
  record TestCard(@Nullable String account) {}

  @GetMapping
  @Operation(summary = "Everything that was looked at; asks the platforms, so it takes seconds")
  Page<ItemJson> examine(@RequestParam(defaultValue = "zh-CN") String language) {
    Locale reader = reader(language);
    return Page.whole(doctor.examine().stream().map(finding -> said(finding, reader)).toList());
  }

  @PostMapping("/cards")
  @Operation(summary = "Really sends a small card to somebody, to see whether cards arrive")
  Page<ItemJson> send(
      @RequestBody TestCard card, @RequestParam(defaultValue = "zh-CN") String language) {
    String account = card.account();
    if (account == null || account.isBlank()) {
      throw Problem.badRequest("'account' must be the account of one person on the platform.");
    }
    Locale reader = reader(language);
    return Page.whole(
        cards.send(account.strip(), reader).stream()
            .map(finding -> said(finding, reader))
            .toList());
  }

  private ItemJson said(Finding finding, Locale reader) {
    return ItemJson.of(sayings.item(finding, reader));
  }

  private static Locale reader(String language) {
    return Locale.forLanguageTag(Language.of(language).tag());
  }
}
