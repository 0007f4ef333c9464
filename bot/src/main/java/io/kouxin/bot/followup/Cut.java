package io.kouxin.bot.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes the evidence of one memo out of tags, and moves the evidence behind it forward. */
final class Cut {
  private final int start;
  private final int end;
  private final String gone;
  private final String rest;

  Cut(List<Part> parts, String message) {
    int offset = 0;
    int from = -1;
    int to = -1;
    for (Part part : parts) {
      int next = offset + part.text().length() + 1;
      if (part.message().equals(message)) {
        from = from < 0 ? offset : from;
        to = next;
      }
      offset = next;
    }
    this.start = from;
    this.end = to;
    this.gone = texts(parts, part -> part.message().equals(message));
    this.rest = texts(parts, part -> !part.message().equals(message));
  }

  private static String texts(List<Part> parts, Predicate<Part> which) {
    return parts.stream().filter(which).map(Part::text).collect(Collectors.joining("\n"));
  }

  /** A fact that was named in nothing but the removed memo goes; an answer goes with its tag. */
  Map<String, String> of(Map<String, String> details) {
    return details.entrySet().stream()
        .filter(
            fact ->
                TagAnswer.entry(fact.getKey()).isPresent()
                    || rest.contains(fact.getValue())
                    || !gone.contains(fact.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<TagMark> of(List<TagMark> tags) {
    return tags.stream().map(this::of).flatMap(Optional::stream).toList();
  }

  /** A tag that lives on nothing but the removed memo goes; one that a person ticked stays. */
  private Optional<TagMark> of(TagMark tag) {
    List<TagMark.Evidence> rest =
        tag.evidence().stream()
            .filter(evidence -> evidence.end() <= start || evidence.start() >= end)
            .map(this::moved)
            .toList();
    if (rest.isEmpty() && !tag.evidence().isEmpty() && !tag.ticked()) {
      return Optional.empty();
    }
    return Optional.of(
        new TagMark(
            tag.entry(), tag.kind(), tag.label(), tag.score(), tag.status(), rest, tag.ticked()));
  }

  private TagMark.Evidence moved(TagMark.Evidence evidence) {
    int by = evidence.start() >= end ? end - start : 0;
    return new TagMark.Evidence(evidence.start() - by, evidence.end() - by, evidence.text());
  }
}
