package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Part;
import io.kouxin.bot.followup.Part.Doubt;
import io.kouxin.bot.followup.Part.Source;
import io.kouxin.bot.hearing.Words;
import io.kouxin.bot.inbox.Message;
import io.kouxin.nlp.text.ReadableText;
import io.kouxin.nlp.text.ReadableText.Pause;
import io.kouxin.nlp.text.Repaired;
import io.kouxin.nlp.text.Repaired.Repair;
import io.kouxin.nlp.text.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words that report a visit.
 *
 * @param message the id in the inbox
 * @param text what was typed or heard
 * @param doubts stretches of the text that may have been misheard
 * @param pauses where the speaker paused, where anybody knows
 * @param saidAt when, by the platform's clock
 */
record Memo(
    String message,
    String text,
    Locale language,
    Source source,
    List<Doubt> doubts,
    List<Pause> pauses,
    Instant saidAt) {
  /** Words below this confidence are marked: wrong ones lie at 0.42 to 0.57, right ones near 1. */
  private static final double DOUBTFUL = 0.6;

  static Memo typed(Message message, String text, Locale language) {
    Instant at = message.inbound().envelope().at();
    return new Memo(message.id(), text, language, Source.typed(), List.of(), List.of(), at);
  }

  static Memo heard(Message message, Words words) {
    var source =
        new Source(
            Part.Kind.VOICE,
            message.media(),
            words.engine(),
            words.confidence(),
            words.seconds(),
            words.other().map(other -> new Part.Other(other.engine(), other.text())),
            Optional.empty());
    return new Memo(
        message.id(),
        words.said(),
        Locale.forLanguageTag(words.language()),
        source,
        doubts(words),
        words.pauses(),
        message.inbound().envelope().at());
  }

  private static List<Doubt> doubts(Words words) {
    List<Repair> repairs = words.repaired().map(Repaired::repairs).orElse(List.of());
    Stream<Doubt> heard =
        words.places().stream()
            .filter(word -> words.confidence() > 0 && word.confidence() < DOUBTFUL)
            .map(word -> new Span(word.start(), word.end()))
            .filter(word -> repairs.stream().noneMatch(repair -> repair.span().overlaps(word)))
            .map(word -> new Doubt(word.start(), word.end()));
    Stream<Doubt> repaired =
        repairs.stream()
            .map(r -> new Doubt(r.span().start(), r.span().end(), Optional.of(r.heardAs())));
    return Stream.concat(heard, repaired).sorted(Comparator.comparingInt(Doubt::start)).toList();
  }

  /** The doubts within a stretch, counted from its beginning. */
  List<Doubt> doubtsIn(Span span) {
    return doubts.stream()
        .filter(doubt -> doubt.start() >= span.start() && doubt.end() <= span.end())
        .map(
            doubt ->
                new Doubt(
                    doubt.start() - span.start(), doubt.end() - span.start(), doubt.heardAs()))
        .toList();
  }

  /** How the words of a stretch came, with the stretch as people like to read it. */
  Source sourceOf(Span span) {
    if (source.kind() == Part.Kind.TEXT) {
      return source;
    }
    List<Span> doubtful =
        doubtsIn(span).stream().map(doubt -> new Span(doubt.start(), doubt.end())).toList();
    List<Pause> inside =
        pauses.stream()
            .filter(pause -> pause.at() > span.start() && pause.at() < span.end())
            .map(pause -> new Pause(pause.at() - span.start(), pause.seconds()))
            .toList();
    String readable = ReadableText.of(span.of(text), inside, doubtful, language);
    return new Source(
        source.kind(),
        source.media(),
        source.engine(),
        source.confidence(),
        source.seconds(),
        source.other(),
        Optional.of(readable));
  }

  /** The same memo, cut to its first characters. */
  Memo first(int characters) {
    if (text.length() <= characters) {
      return this;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    var kept = new Span(0, end);
    return new Memo(message, kept.of(text), language, source, doubtsIn(kept), pauses, saidAt);
  }

  /** Length of the recording in whole seconds; empty for typed words. */
  Optional<Long> seconds() {
    return source.kind() == Part.Kind.VOICE
        ? Optional.of(Math.max(1, Math.round(source.seconds())))
        : Optional.empty();
  }
}
