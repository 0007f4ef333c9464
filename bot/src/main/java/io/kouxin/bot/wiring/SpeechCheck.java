package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.nlp.speech.ListeningTimes;
import io.kouxin.nlp.speech.ServerGuards;
import io.kouxin.nlp.speech.ServerTrouble;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Looks at who listens; a server is sent a second of a tone. */
final class SpeechCheck {
  private static final String NAME = "speech";

  private SpeechCheck() {}

  /**
   * One finding.
   *
   * @param here whether a language can be heard on this machine
   */
  static Examination of(SpeechSettings settings, Predicate<Locale> here) {
    return Examination.of(NAME, () -> List.of(look(settings, here.test(settings.language()))));
  }

  private static Finding look(SpeechSettings settings, boolean here) {
    return switch (settings.listener()) {
      case VOSK -> new Finding(NAME, State.OK, "speech-here");
      case PLATFORM -> new Finding(NAME, State.OK, "speech-platform");
      case OPENAI_COMPATIBLE -> server(settings, here);
    };
  }

  private static Finding server(SpeechSettings settings, boolean here) {
    Map<String, ?> values =
        Map.of(
            "host", String.valueOf(URI.create(settings.server().url().strip()).getAuthority()),
            "model", settings.server().model());
    try (var server =
        Recognizers.server(settings.server(), 1, ServerGuards.standard(), ListeningTimes.NONE)) {
      return server
          .trouble(settings.language())
          .map(trouble -> bad(trouble, here, values))
          .orElseGet(() -> new Finding(NAME, State.OK, "speech-server", values));
    }
  }

  /** Without the server notes are still heard where a model is here. */
  private static Finding bad(ServerTrouble trouble, boolean here, Map<String, ?> values) {
    String key =
        switch (trouble) {
          case UNREACHABLE -> "speech-server-away";
          case BUSY -> "speech-server-busy";
          case KEY -> "speech-server-key";
          case REFUSED -> "speech-server-refused";
          case GARBLED -> "speech-server-odd";
        };
    List<String> keys = List.of(here ? "speech-instead" : "speech-nobody", key);
    return new Finding(NAME, here ? State.WARNING : State.BROKEN, keys, values);
  }
}
