package io.kouxin.bot.wiring;

import io.kouxin.nlp.speech.FallbackRecognizer;
import io.kouxin.nlp.speech.ListeningTimes;
import io.kouxin.nlp.speech.OpenAiCompatibleRecognizer;
import io.kouxin.nlp.speech.ServerGuards;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.TranscriptionServer;
import java.net.URI;
import java.util.Set;

/** Who listens, by the settings. */
final class Recognizers {
  /** What a server is asked for: the languages people here can have. */
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private Recognizers() {}

  /** A server before Vosk, which hears what the server cannot; or Vosk alone. */
  static SpeechRecognizer of(
      SpeechSettings settings, SpeechRecognizer vosk, ServerGuards guards, ListeningTimes times) {
    return switch (settings.listener()) {
      // What comes without the platform's words is heard here, if a model is there.
      case VOSK, PLATFORM -> vosk;
      case OPENAI_COMPATIBLE ->
          new FallbackRecognizer(
              server(settings.server(), settings.threads(), guards, times), vosk);
    };
  }

  static OpenAiCompatibleRecognizer server(
      SpeechSettings.Server server, int parallelism, ServerGuards guards, ListeningTimes times) {
    return new OpenAiCompatibleRecognizer(address(server), parallelism, guards, times);
  }

  private static TranscriptionServer address(SpeechSettings.Server server) {
    try {
      return new TranscriptionServer(
          URI.create(server.url().strip()),
          server.model(),
          server.key().strip(),
          server.timeout(),
          LANGUAGES);
    } catch (IllegalArgumentException wrong) {
      throw new WrongSetting("kouxin.speech.server", wrong.getMessage() + ".");
    }
  }
}
