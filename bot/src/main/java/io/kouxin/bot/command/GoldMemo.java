package io.kouxin.bot.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A memo with what is right about it, as people labelled it.
 *
 * @param tags the entries that it says
 * @param negated entries that it mentions and denies
 * @param asksForTime whether it names a time for what comes next, vague or not
 * @param due that time, to the minute; empty if it is vague or there is none
 * @param noisy whether it was misheard in places
 */
record GoldMemo(
    String id,
    String text,
    Set<String> tags,
    Set<String> negated,
    boolean asksForTime,
    Optional<Instant> due,
    boolean noisy) {

  static List<GoldMemo> read(Path file) throws BadLineException {
    List<String> lines = Lines.of(file);
    var out = new ArrayList<GoldMemo>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        out.add(of(Lines.json(file, i + 1, lines.get(i)), file, i + 1));
      }
    }
    return out;
  }

  private static GoldMemo of(JsonNode node, Path file, int line) throws BadLineException {
    for (String needed : List.of("id", "text", "tags")) {
      if (!node.has(needed)) {
        throw new BadLineException(file, line, "a labelled memo needs \"" + needed + "\"");
      }
    }
    return new GoldMemo(
        node.path("id").asString(""),
        node.path("text").asString(""),
        names(node.path("tags")),
        names(node.path("negated")),
        !node.path("due_expr").asString("").isBlank(),
        due(node.path("due"), file, line),
        node.path("asr_noise").asBoolean(false));
  }

  private static Set<String> names(JsonNode list) {
    var out = new LinkedHashSet<String>();
    list.forEach(name -> out.add(name.asString("")));
    return out;
  }

  private static Optional<Instant> due(JsonNode due, Path file, int line) throws BadLineException {
    if (!due.isString()) {
      return Optional.empty();
    }
    try {
      return Optional.of(minute(OffsetDateTime.parse(due.asString()).toInstant()));
    } catch (DateTimeException e) {
      throw new BadLineException(file, line, "\"due\" is no time with an offset");
    }
  }

  /** Times are compared to the minute. */
  static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }
}
