package io.kouxin.bot.command;

import io.kouxin.nlp.speech.ModelMissing;
import io.kouxin.nlp.speech.Pcm;
import io.kouxin.nlp.speech.ServerAway;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.speech.UnreadableAudio;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the words of recordings. A file that cannot be heard does not stop the others. */
@Command(
    name = "transcribe",
    mixinStandardHelpOptions = true,
    description = {
      "Prints each file's words: AMR, Ogg, WebM, M4A, MP3, WAV and more.",
      "With several files, each line begins with the file's name and a tab."
    })
public final class TranscribeCommand implements Callable<Integer> {
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private final SpeechOptions speech;

  @Option(
      names = "--language",
      paramLabel = "en|zh",
      description = "What is spoken; default: KOUXIN_SPEECH_LANGUAGE, or zh.")
  private @Nullable String language;

  @Option(names = "--json", description = "One JSON object a line for each file.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings.")
  private List<Path> files = List.of();

  @Spec private @Nullable CommandSpec spec;

  /** Hears with what it is handed. */
  public TranscribeCommand(SpeechOptions speech) {
    this.speech = speech;
  }

  @Override
  public Integer call() {
    var command = java.util.Objects.requireNonNull(spec).commandLine();
    String wanted = language == null ? speech.language() : language;
    if (!LANGUAGES.contains(wanted)) {
      throw new ParameterException(command, "--language is en or zh, not " + wanted);
    }
    var run = new Run(command.getOut(), command.getErr(), Locale.forLanguageTag(wanted));
    try (SpeechRecognizer recognizer = speech.recognizer().get();
        var bar = new ProgressBar(command.getErr(), speech.terminal())) {
      for (int i = 0; i < files.size(); i++) {
        bar.draw(i, files.size(), "%d of %d: %s".formatted(i + 1, files.size(), files.get(i)));
        run.hear(recognizer, files.get(i), bar);
      }
    }
    return run.failed ? 1 : 0;
  }

  /** One run over all files. */
  private final class Run {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Locale spoken;
    private boolean failed;

    Run(PrintWriter out, PrintWriter err, Locale spoken) {
      this.out = out;
      this.err = err;
      this.spoken = spoken;
    }

    void hear(SpeechRecognizer recognizer, Path file, ProgressBar bar) {
      try {
        Pcm sound = speech.decoder().decode(file);
        Transcript heard = recognizer.recognize(sound, spoken);
        bar.close();
        print(file, heard);
      } catch (UnreadableAudio e) {
        fail(bar, file, SpeechSentences.of(e.reason()));
      } catch (ServerAway e) {
        fail(bar, file, e.why());
      } catch (ModelMissing e) {
        fail(bar, file, SpeechSentences.modelMissing(spoken));
      } catch (NoSuchFileException e) {
        fail(bar, file, "there is no such file");
      } catch (IOException e) {
        boolean folder = Files.isDirectory(file);
        fail(bar, file, folder ? "it is a folder" : "it cannot be read: " + e.getMessage());
      }
    }

    private void print(Path file, Transcript heard) {
      if (heard instanceof Transcript.NothingHeard nothing) {
        err.println(file + ": " + SpeechSentences.of(nothing.reason()));
        err.flush();
      }
      var line = TranscriptLine.of(file, heard);
      String words = files.size() > 1 ? file + "\t" + line.text() : line.text();
      out.println(json ? line.json() : words);
      out.flush();
    }

    private void fail(ProgressBar bar, Path file, String sentence) {
      failed = true;
      bar.close();
      err.println(file + ": " + sentence);
      err.flush();
    }
  }
}
