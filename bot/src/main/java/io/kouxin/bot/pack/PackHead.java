package io.kouxin.bot.pack;

import io.kouxin.bot.calendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code pack.yaml}. */
final class PackHead {
  private static final String ALERTS = "alerts";
  private final Fields fields;

  private PackHead(Fields fields) {
    this.fields = fields;
  }

  /** The pack without its parts; empty when it cannot be told which pack this is. */
  static Optional<Pack> read(Fields fields) {
    fields.only(
        "id",
        "version",
        "name",
        "description",
        "industry",
        "requires",
        "budgets",
        "calendar",
        "join-minutes",
        "team-sees");
    return new PackHead(fields).read();
  }

  private Optional<Pack> read() {
    Optional<String> id = fields.parsed("id", Forms::id);
    Optional<String> version = fields.parsed("version", Forms::version);
    Map<Locale, String> name = byLanguage("name");
    Map<Locale, String> description =
        fields.has("description") ? byLanguage("description") : Map.of();
    Optional<String> industry = fields.parsed("industry", Forms::id);
    List<String> requires = fields.has("requires") ? fields.texts("requires") : List.of();
    Optional<Manners> manners = manners();
    if (id.isEmpty() || version.isEmpty() || industry.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Pack(
            id.get(),
            version.get(),
            name,
            description,
            industry.get(),
            requires,
            manners,
            List.of(),
            List.of(),
            List.of()));
  }

  private Map<Locale, String> byLanguage(String field) {
    Map<Locale, String> texts = new HashMap<>();
    fields
        .block(field)
        .ifPresent(
            block -> {
              block.only("zh", "en");
              block.optionalText("zh").ifPresent(text -> texts.put(Locale.CHINESE, text));
              block.optionalText("en").ifPresent(text -> texts.put(Locale.ENGLISH, text));
              if (texts.isEmpty()) {
                fields.problem(field, "\"" + field + "\" says nothing", "add zh, en or both");
              }
            });
    return texts;
  }

  /** A pack that says any of it says all of it; what is wrong in it was noted and is as usual. */
  private Optional<Manners> manners() {
    if (!fields.has("budgets") && !fields.has("calendar") && !fields.has("join-minutes")) {
      return Optional.empty();
    }
    Manners usual = Manners.USUAL;
    int[] most = budgets();
    Optional<Fields> hours = fields.block("calendar");
    hours.ifPresent(
        block ->
            block.only(
                "working-days", "working-hours", "quiet-hours", "morning-list", "evening-sweep"));
    return Optional.of(
        new Manners(
            most[0],
            most[1],
            most[2],
            hours.map(this::workingDays).orElse(usual.workingDays()),
            hours.flatMap(this::workingHours).orElse(usual.workingHours()),
            hours.flatMap(h -> h.parsed("quiet-hours", Hours::parse)).orElse(usual.quietHours()),
            hours.flatMap(h -> h.parsed("morning-list", Forms::time)).orElse(usual.morningList()),
            hours.flatMap(h -> h.parsed("evening-sweep", Forms::time)).orElse(usual.eveningSweep()),
            fields
                .parsed("join-minutes", text -> Forms.between(0, 1_440, text))
                .map(Duration::ofMinutes)
                .orElse(usual.joinWithin()),
            teamSees(ALERTS)));
  }

  private boolean teamSees(String what) {
    List<String> seen = fields.has("team-sees") ? fields.texts("team-sees") : List.of();
    seen.stream()
        .filter(one -> !one.equals(ALERTS))
        .forEach(
            one ->
                fields.problem("team-sees", "a team does not see \"" + one + "\"", "say alerts"));
    return seen.contains(what);
  }

  private int[] budgets() {
    Manners usual = Manners.USUAL;
    Optional<Fields> block = fields.block("budgets");
    block.ifPresent(
        b -> b.only("replies-per-memo", "pushes-per-day-rep", "pushes-per-day-manager"));
    return new int[] {
      budget(block, "replies-per-memo", usual.repliesPerMemo()),
      budget(block, "pushes-per-day-rep", usual.pushesPerDayRep()),
      budget(block, "pushes-per-day-manager", usual.pushesPerDayManager())
    };
  }

  private static int budget(Optional<Fields> block, String name, int usual) {
    return block.flatMap(b -> b.parsed(name, text -> Forms.between(1, 100, text))).orElse(usual);
  }

  private Optional<Hours> workingHours(Fields calendar) {
    return calendar.parsed(
        "working-hours",
        text -> {
          Hours hours = Hours.parse(text);
          if (!hours.from().isBefore(hours.to())) {
            throw new IllegalArgumentException("work must end after it began");
          }
          return hours;
        });
  }

  private Set<DayOfWeek> workingDays(Fields calendar) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String text : calendar.texts("working-days")) {
      try {
        days.add(Forms.oneOf(DayOfWeek.class, text));
      } catch (IllegalArgumentException e) {
        calendar.problemInList(
            "working-days", text, "\"" + text + "\" is no day", "write MONDAY to SUNDAY");
      }
    }
    if (days.isEmpty()) {
      calendar.problem("working-days", "nobody ever works", "name at least one day");
      return Manners.USUAL.workingDays();
    }
    return EnumSet.copyOf(days);
  }
}
