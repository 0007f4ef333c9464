package io.kouxin.nlp.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server made of a recording: {@code {"text"}}, and where it has them {@code
 * "segments":[{"start","end","text","avg_logprob","no_speech_prob"}]} and {@code
 * "words":[{"word","start","end"}]}, some servers with a {@code probability} each. Times that make
 * no sense are left out rather than repaired; the text stays.
 */
record TranscriptionAnswer(JsonNode json) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Whisper's own rule for a stretch without speech, in which it makes words up. */
  private static final double NO_SPEECH = 0.6;

  private static final double UNLIKELY = -1;

  /**
   * A stretch of the answer.
   *
   * @param confidence 0 where the server does not say
   */
  private record Segment(double start, double end, String text, double confidence) {
    boolean covers(double moment) {
      return moment >= start && moment <= end;
    }
  }

  static TranscriptionAnswer of(byte[] body) throws ServerFailure {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.path("text").isString()) {
        return new TranscriptionAnswer(json);
      }
    } catch (JacksonException e) {
      throw new ServerFailure(ServerTrouble.GARBLED, "the answer is no JSON", e);
    }
    throw new ServerFailure(ServerTrouble.GARBLED, "the answer has no text");
  }

  Transcript transcript(String engine, Locale language, double seconds) {
    List<Segment> segments = segments();
    String text = text(segments, language);
    if (text.isEmpty()) {
      return new Transcript.NothingHeard(Transcript.Reason.NO_WORDS, engine, language, seconds);
    }
    List<Transcript.Word> words = words(segments, seconds);
    double confidence = words.stream().mapToDouble(Transcript.Word::confidence).average().orElse(0);
    return new Transcript.Heard(text, words, engine, language, seconds, confidence);
  }

  /** All segments in which somebody spoke. */
  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (JsonNode one : json.path("segments")) {
      double likely = one.path("avg_logprob").asDouble(0);
      if (one.path("no_speech_prob").asDouble(0) <= NO_SPEECH || likely >= UNLIKELY) {
        segments.add(
            new Segment(
                one.path("start").asDouble(-1),
                one.path("end").asDouble(-1),
                line(one.path("text").asString("")),
                one.path("avg_logprob").isNumber() ? Math.clamp(Math.exp(likely), 0, 1) : 0));
      }
    }
    return segments;
  }

  private String text(List<Segment> segments, Locale language) {
    if (json.path("segments").isEmpty()) {
      return line(json.path("text").asString());
    }
    String between = language.getLanguage().equals("zh") ? "" : " ";
    return segments.stream()
        .map(Segment::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(between));
  }

  private List<Transcript.Word> words(List<Segment> segments, double seconds) {
    List<Transcript.Word> words =
        wordNodes()
            .map(word -> word(word, segments, seconds))
            .filter(word -> json.path("segments").isEmpty() || isIn(segments, word))
            .toList();
    if (inOrder(words)) {
      return words;
    }
    List<Transcript.Word> stretches =
        segments.stream().map(segment -> whole(segment, seconds)).toList();
    return inOrder(stretches) ? stretches : List.of();
  }

  /** Some servers put them beside the segments, some into them. */
  private Stream<JsonNode> wordNodes() {
    Stream<JsonNode> inside = json.path("segments").valueStream();
    return json.path("words").isEmpty()
        ? inside.flatMap(segment -> segment.path("words").valueStream())
        : json.path("words").valueStream();
  }

  private static boolean isIn(List<Segment> segments, Transcript.Word word) {
    return segments.stream().anyMatch(segment -> segment.covers(word.start()));
  }

  private static Transcript.Word word(JsonNode word, List<Segment> segments, double seconds) {
    double start = word.path("start").asDouble(-1);
    double around =
        segments.stream()
            .filter(segment -> segment.covers(start))
            .mapToDouble(Segment::confidence)
            .findFirst()
            .orElse(0);
    double own = word.path("probability").asDouble(word.path("confidence").asDouble(around));
    return new Transcript.Word(
        line(word.path("word").asString("")),
        start,
        Math.min(seconds, word.path("end").asDouble(-1)),
        Math.clamp(own, 0, 1));
  }

  private static Transcript.Word whole(Segment segment, double seconds) {
    return new Transcript.Word(
        segment.text(), segment.start(), Math.min(seconds, segment.end()), segment.confidence());
  }

  private static boolean inOrder(List<Transcript.Word> words) {
    double last = 0;
    for (Transcript.Word word : words) {
      if (word.word().isEmpty() || !(word.start() >= last) || !(word.end() > word.start())) {
        return false;
      }
      last = word.start();
    }
    return !words.isEmpty();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
