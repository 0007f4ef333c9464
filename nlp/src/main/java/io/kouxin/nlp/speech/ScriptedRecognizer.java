package io.kouxin.nlp.speech;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers with transcripts that somebody prepared: by the sound's {@link Pcm#sha256}, or else the
 * next of a list. For demonstrations and tests; hears silence as silence and anything unprepared as
 * no words. Ready for the languages of its transcripts.
 */
public final class ScriptedRecognizer implements SpeechRecognizer {
  private static final String ENGINE = "scripted";
  private final Set<String> languages;
  private final Map<String, Transcript> bySound;
  private final Queue<Transcript> inOrder;
  private boolean closed;

  private ScriptedRecognizer(Map<String, Transcript> bySound, List<Transcript> inOrder) {
    this.bySound = Map.copyOf(bySound);
    this.inOrder = new ArrayDeque<>(inOrder);
    var all = bySound.isEmpty() ? inOrder : bySound.values();
    this.languages =
        all.stream().map(one -> one.language().getLanguage()).collect(Collectors.toSet());
  }

  /** Knows sounds by their {@link Pcm#sha256}. */
  public static ScriptedRecognizer bySound(Map<String, Transcript> transcripts) {
    return new ScriptedRecognizer(transcripts, List.of());
  }

  /** Gives each transcript once, whatever it hears. */
  public static ScriptedRecognizer inOrder(List<Transcript> transcripts) {
    return new ScriptedRecognizer(Map.of(), transcripts);
  }

  @Override
  public boolean ready(Locale language) {
    return languages.contains(language.getLanguage());
  }

  @Override
  public synchronized Transcript recognize(Pcm sound, Locale language) throws ModelMissing {
    if (closed) {
      throw new IllegalStateException("the recogniser is closed");
    }
    if (!ready(language)) {
      throw new ModelMissing(language);
    }
    if (Silence.in(sound)) {
      return nothing(Transcript.Reason.SILENCE, sound, language);
    }
    Transcript prepared = bySound.isEmpty() ? inOrder.poll() : bySound.get(sound.sha256());
    return prepared == null ? nothing(Transcript.Reason.NO_WORDS, sound, language) : prepared;
  }

  private static Transcript nothing(Transcript.Reason reason, Pcm sound, Locale language) {
    return new Transcript.NothingHeard(reason, ENGINE, language, sound.seconds());
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
