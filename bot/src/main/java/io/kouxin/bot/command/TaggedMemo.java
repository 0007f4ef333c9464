package io.kouxin.bot.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.Due;
import io.kouxin.nlp.text.Utterance;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of the output of {@code tag}; its field names are promises. */
@JsonPropertyOrder({
  "id",
  "tags",
  "suggestions",
  "due",
  "dueText",
  "nextAction",
  "people",
  "amounts",
  "evidence"
})
record TaggedMemo(
    String id,
    List<String> tags,
    List<String> suggestions,
    @Nullable String due,
    @Nullable String dueText,
    @Nullable String nextAction,
    List<Person> people,
    List<Quantity> amounts,
    Map<String, List<Evidence>> evidence) {

  /** Somebody on the customer's side. */
  record Person(String text, String name, String role) {}

  /** A business quantity. */
  record Quantity(String text, BigDecimal value, String unit) {}

  static TaggedMemo of(String id, Utterance utterance, Tagging tagging, ZonedDateTime now) {
    List<Tag> asserted =
        tagging.tags().stream().filter(t -> t.status() == Status.ASSERTED).toList();
    return new TaggedMemo(
        id,
        asserted.stream().map(Tag::entry).toList(),
        tagging.suggestions().stream().map(Tag::entry).toList(),
        due(utterance, now),
        utterance.due().map(Due::text).orElse(null),
        utterance.nextAction().orElse(null),
        utterance.people().stream().map(p -> new Person(p.text(), p.name(), p.role())).toList(),
        utterance.amounts().stream().map(a -> new Quantity(a.text(), a.value(), a.unit())).toList(),
        evidence(Stream.concat(asserted.stream(), tagging.suggestions().stream()).toList()));
  }

  private static @Nullable String due(Utterance utterance, ZonedDateTime now) {
    return utterance
        .due()
        .flatMap(Due::at)
        .map(at -> at.atZone(now.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        .orElse(null);
  }

  private static Map<String, List<Evidence>> evidence(List<Tag> tags) {
    var out = new LinkedHashMap<String, List<Evidence>>();
    tags.forEach(t -> out.put(t.entry(), t.evidence()));
    return out;
  }
}
