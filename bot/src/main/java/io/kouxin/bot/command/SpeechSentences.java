package io.kouxin.bot.command;

import io.kouxin.nlp.speech.KnownModel;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.speech.UnreadableAudio;
import java.util.Locale;

/** What the speech commands say on standard error, to whoever sits at the terminal. */
final class SpeechSentences {
  private SpeechSentences() {}

  static String of(UnreadableAudio.Reason reason) {
    return switch (reason) {
      case EMPTY -> "there is no sound in the file";
      case NOT_AUDIO -> "it is no recording that can be played, whatever its name says";
      case TOO_BIG -> "it is too big for a voice note; cut it into pieces";
      case TOO_LONG -> "it is too long for a voice note; cut it into pieces";
    };
  }

  static String of(Transcript.Reason reason) {
    return switch (reason) {
      case SILENCE -> "nothing heard: the recording is silent";
      case NO_WORDS -> "nothing heard: there is sound, and no word in it";
    };
  }

  static String modelMissing(Locale language) {
    boolean chinese = language.getLanguage().equals("zh");
    String name = (chinese ? KnownModel.CHINESE : KnownModel.ENGLISH).name();
    return "there is no working speech model for %s; run: kouxin models fetch %s%s"
        .formatted(language.toLanguageTag(), name, chinese ? " (or say --language en)" : "");
  }
}
