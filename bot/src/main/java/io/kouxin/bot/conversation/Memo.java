package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Part;
import io.kouxin.bot.followup.Part.Doubt;
import io.kouxin.bot.followup.Part.Source;
import io.kouxin.bot.hearing.Words;
import io.kouxin.bot.inbox.Message;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that report a visit.
 *
 * @param message the id in the inbox
 * @param text what was typed or heard
 * @param doubts stretches of the text that may have been misheard
 * @param saidAt when, by the platform's clock
 */
record Memo(
    String message,
    String text,
    Locale language,
    Source source,
    List<Doubt> doubts,
    Instant saidAt) {
  /** Words below this confidence are marked: wrong ones lie at 0.42 to 0.57, right ones near 1. */
  private static final double DOUBTFUL = 0.6;

  static Memo typed(Message message, String text, Locale language) {
    return new Memo(
        message.id(), text, language, Source.typed(), List.of(), message.inbound().envelope().at());
  }

  static Memo heard(Message message, Words words) {
    var source =
        new Source(
            Part.Kind.VOICE,
            message.media(),
            words.engine(),
            words.confidence(),
            words.seconds(),
            words.other().map(other -> new Part.Other(other.engine(), other.text())));
    return new Memo(
        message.id(),
        words.text(),
        Locale.forLanguageTag(words.language()),
        source,
        doubts(words.text(), words.words()),
        message.inbound().envelope().at());
  }

  private static List<Doubt> doubts(String text, List<Transcript.Word> words) {
    List<Doubt> doubts = new ArrayList<>();
    int from = 0;
    for (Transcript.Word word : words) {
      int start = text.indexOf(word.word(), from);
      if (start < 0) {
        continue;
      }
      from = start + word.word().length();
      if (word.confidence() < DOUBTFUL) {
        doubts.add(new Doubt(start, from));
      }
    }
    return List.copyOf(doubts);
  }

  /** The doubts within a stretch, counted from its beginning. */
  List<Doubt> doubtsIn(Span span) {
    return doubts.stream()
        .filter(doubt -> doubt.start() >= span.start() && doubt.end() <= span.end())
        .map(doubt -> new Doubt(doubt.start() - span.start(), doubt.end() - span.start()))
        .toList();
  }

  /** The same memo, cut to its first characters. */
  Memo first(int characters) {
    if (text.length() <= characters) {
      return this;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    return new Memo(
        message, text.substring(0, end), language, source, doubtsIn(new Span(0, end)), saidAt);
  }

  /** Length of the recording in whole seconds; empty for typed words. */
  Optional<Long> seconds() {
    return source.kind() == Part.Kind.VOICE
        ? Optional.of(Math.max(1, Math.round(source.seconds())))
        : Optional.empty();
  }
}
