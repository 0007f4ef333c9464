package io.kouxin.bot.console;

import io.kouxin.nlp.tagging.TagLibrary;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.tagging.Why;
import io.kouxin.nlp.text.Amount;
import io.kouxin.nlp.text.Due;
import io.kouxin.nlp.text.PersonMention;
import io.kouxin.nlp.text.Utterance;
import io.kouxin.nlp.text.UtteranceReader;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Understands a text without writing anything down. */
@RestController
@RequestMapping("/api/v1/tag")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tagging")
class TagController {
  private static final int LONGEST = 20_000;
  private final UtteranceReader reader;
  private final TagLibrary library;
  private final Clock clock;

  TagController(UtteranceReader reader, TagLibrary library, Clock clock) {
    this.reader = reader;
    this.library = library;
    this.clock = clock;
  }

  /**
   * A text to understand.
   *
   * @param now the moment it was said; without it, this one
   * @param language zh or en, for text whose script does not tell; without it, zh
   */
  record Question(@Nullable String text, @Nullable String now, @Nullable String language) {}

  /** What it says. */
  record Answer(
      List<Found> tags,
      List<Found> suggestions,
      Optional<OffsetDateTime> due,
      Optional<String> dueText,
      Optional<String> nextAction,
      List<Somebody> people,
      List<Quantity> amounts) {}

  /** An entry with its evidence. */
  record Found(
      String entry,
      String kind,
      String label,
      double score,
      String status,
      List<Tagging.Evidence> evidence) {}

  /** Somebody on the customer's side. */
  record Somebody(String text, String name, String role) {}

  /** A business quantity. */
  record Quantity(String text, BigDecimal value, String unit) {}

  /**
   * A text, and an entry of the library.
   *
   * @param entry the id of the entry
   * @param now the moment it was said; without it, this one
   * @param language zh or en, for text whose script does not tell; without it, zh
   */
  record WhyQuestion(
      @Nullable String text,
      @Nullable String entry,
      @Nullable String now,
      @Nullable String language) {
    Question question() {
      return new Question(text, now, language);
    }
  }

  /** Why a text is tagged with an entry, or is not. */
  record Because(
      String entry,
      String outcome,
      double score,
      double certain,
      List<Reason> reasons,
      List<String> against) {}

  /** A phrase that speaks for the entry. */
  record Reason(String how, String phrase, Tagging.Evidence evidence, double strength) {}

  @PostMapping("/why")
  @Operation(summary = "Why a text is tagged with an entry, or is not")
  Because why(@RequestBody WhyQuestion question) {
    Utterance utterance = read(question.question());
    String entry = given(question.entry(), "");
    return library
        .why(utterance, entry)
        .map(TagController::because)
        .orElseThrow(() -> Problem.badRequest("'entry' must be the id of an entry."));
  }

  @PostMapping
  @Operation(summary = "Tags, evidence, people, amounts and the time of a text")
  Answer tag(@RequestBody Question question) {
    Utterance utterance = read(question);
    ZoneId zone = clock.getZone();
    Tagging tagging = library.tag(utterance);
    return new Answer(
        tagging.tags().stream().map(TagController::found).toList(),
        tagging.suggestions().stream().map(TagController::found).toList(),
        utterance.due().flatMap(Due::at).map(at -> at.atZone(zone).toOffsetDateTime()),
        utterance.due().map(Due::text),
        utterance.nextAction(),
        utterance.people().stream().map(TagController::somebody).toList(),
        utterance.amounts().stream().map(TagController::quantity).toList());
  }

  private Utterance read(Question question) {
    String text = Optional.ofNullable(question.text()).orElse("");
    if (text.isBlank() || text.length() > LONGEST) {
      throw Problem.badRequest("'text' must have 1 to " + LONGEST + " characters.");
    }
    Locale language = Locale.forLanguageTag(Language.of(given(question.language(), "zh")).tag());
    return reader.read(text, language, now(question.now()));
  }

  private static String given(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }

  private ZonedDateTime now(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return ZonedDateTime.now(clock);
    }
    try {
      return OffsetDateTime.parse(text).atZoneSameInstant(clock.getZone());
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("'now' must be a time such as 2026-03-04T10:30:00+08:00.");
    }
  }

  private static Found found(Tagging.Tag tag) {
    return new Found(
        tag.entry(),
        tag.kind().name().toLowerCase(Locale.ROOT),
        tag.label(),
        tag.score(),
        tag.status().name().toLowerCase(Locale.ROOT),
        tag.evidence());
  }

  private static Because because(Why why) {
    return new Because(
        why.entry(),
        name(why.outcome()),
        why.score(),
        why.certain(),
        why.reasons().stream().map(TagController::reason).toList(),
        why.against().stream().map(TagController::name).toList());
  }

  private static Reason reason(Why.Reason reason) {
    return new Reason(name(reason.how()), reason.phrase(), reason.evidence(), reason.strength());
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Somebody somebody(PersonMention person) {
    return new Somebody(person.text(), person.name(), person.role());
  }

  private static Quantity quantity(Amount amount) {
    return new Quantity(amount.text(), amount.value(), amount.unit());
  }
}
