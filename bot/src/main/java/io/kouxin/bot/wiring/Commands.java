package io.kouxin.bot.wiring;

import io.kouxin.bot.command.DoctorCommand;
import io.kouxin.bot.command.EvaluateCommand;
import io.kouxin.bot.command.KouxinCommand;
import io.kouxin.bot.command.ModelsCommand;
import io.kouxin.bot.command.PackCommand;
import io.kouxin.bot.command.PackLintCommand;
import io.kouxin.bot.command.ServeCommand;
import io.kouxin.bot.command.SpeechOptions;
import io.kouxin.bot.command.TagCommand;
import io.kouxin.bot.command.TranscribeCommand;
import io.kouxin.bot.pack.PackLint;
import io.kouxin.bot.wording.Wording;
import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.AudioLimits;
import io.kouxin.nlp.speech.FallbackRecognizer;
import io.kouxin.nlp.speech.ListeningTimes;
import io.kouxin.nlp.speech.ModelSource;
import io.kouxin.nlp.speech.ModelStore;
import io.kouxin.nlp.speech.ServerGuards;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.VoskRecognizer;
import io.kouxin.nlp.speech.VoskSettings;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine;

/** Builds the jar's commands. None of them but {@code serve} starts Spring. */
public final class Commands {
  private Commands() {}

  /**
   * Runs the command that the arguments name; without any, {@code serve}.
   *
   * @return the exit status: 0 done, 1 failed, 2 wrong use
   */
  public static int run(String[] args, Callable<Integer> serve) {
    return line(System.getenv(), serve)
        .setOut(utf8(System.out))
        .setErr(utf8(System.err))
        .execute(args);
  }

  /** The folder of everything that is kept: {@code KOUXIN_HOME}, else {@code .kouxin} here. */
  public static Path home(Map<String, String> environment) {
    String home = environment.getOrDefault("KOUXIN_HOME", "");
    return Path.of(home.isBlank() ? ".kouxin" : home);
  }

  static CommandLine line(Map<String, String> environment, Callable<Integer> serve) {
    SpeechOptions speech = speech(environment);
    return new CommandLine(new KouxinCommand(serve))
        .addSubcommand(new ServeCommand(serve))
        .addSubcommand(new TranscribeCommand(speech))
        .addSubcommand(new ModelsCommand(speech))
        .addSubcommand(new TagCommand())
        .addSubcommand(new EvaluateCommand())
        .addSubcommand(
            new CommandLine(new PackCommand())
                .addSubcommand(new PackLintCommand(new PackLint(Chats.fit(), Wording::bundled))))
        .addSubcommand(new DoctorCommand(new DoctorLine(environment), language(environment)))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("kouxin: " + failure.getMessage());
              command.getErr().flush();
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  private static SpeechOptions speech(Map<String, String> environment) {
    var models = new ModelStore(home(environment).resolve("models"), ModelSource.home());
    return new SpeechOptions(
        new AudioDecoder(AudioLimits.standard()),
        () -> recognizer(models, environment),
        models,
        language(environment),
        Terminal.onStandardError());
  }

  /** As the service would choose it. */
  private static SpeechRecognizer recognizer(ModelStore models, Map<String, String> environment) {
    VoskSettings settings = vosk(environment);
    var vosk = new VoskRecognizer(models, settings);
    String engine = named(environment, "KOUXIN_SPEECH_ENGINE").orElse("vosk");
    if (SpeechSettings.Engine.of(engine) != SpeechSettings.Engine.OPENAI_COMPATIBLE) {
      return vosk;
    }
    var server =
        new SpeechSettings.Server(
            named(environment, "KOUXIN_SPEECH_SERVER_URL").orElse(""),
            named(environment, "KOUXIN_SPEECH_SERVER_MODEL").orElse(""),
            named(environment, "KOUXIN_SPEECH_SERVER_KEY").orElse(""),
            named(environment, "KOUXIN_SPEECH_SERVER_TIMEOUT")
                .map(DurationStyle::detectAndParse)
                .orElse(Duration.ofSeconds(20)));
    var asked =
        Recognizers.server(
            server, settings.parallelism(), ServerGuards.standard(), ListeningTimes.NONE);
    return new FallbackRecognizer(asked, vosk);
  }

  private static String language(Map<String, String> environment) {
    return environment.getOrDefault("KOUXIN_SPEECH_LANGUAGE", "zh");
  }

  private static VoskSettings vosk(Map<String, String> environment) {
    VoskSettings standard = VoskSettings.standard();
    Map<String, List<String>> models = new HashMap<>(standard.models());
    named(environment, "KOUXIN_SPEECH_MODEL_EN").ifPresent(name -> models.put("en", List.of(name)));
    named(environment, "KOUXIN_SPEECH_MODEL_ZH").ifPresent(name -> models.put("zh", List.of(name)));
    int parallelism =
        named(environment, "KOUXIN_SPEECH_PARALLELISM")
            .map(Integer::parseInt)
            .orElse(standard.parallelism());
    return new VoskSettings(parallelism, models);
  }

  private static java.util.Optional<String> named(Map<String, String> environment, String name) {
    return java.util.Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static PrintWriter utf8(OutputStream stream) {
    // JSON is UTF-8 (RFC 8259, 8.1), and Chinese words survive a locale that knows none.
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
