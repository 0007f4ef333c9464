package io.kouxin.bot.command;

import io.kouxin.nlp.speech.ListedModel;
import io.kouxin.nlp.speech.ModelFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows, fetches and adds speech models. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | fetch NAME | add NAME PATH)",
    description = "Speech models: what is there, and how to get more.")
public final class ModelsCommand implements Runnable {
  private final SpeechOptions speech;
  @Spec private @Nullable CommandSpec spec;

  /** Works on the store it is handed. */
  public ModelsCommand(SpeechOptions speech) {
    this.speech = speech;
  }

  @Override
  public void run() {
    throw new ParameterException(line(), "say list, fetch or add");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Each model's name, language and state, tabs between them.")
  int list() throws ModelFailure {
    for (ListedModel model : speech.models().list()) {
      String language = model.language().map(Locale::getLanguage).orElse("?");
      String state = model.state().name().toLowerCase(Locale.ROOT);
      line().getOut().println(model.name() + "\t" + language + "\t" + state);
    }
    line().getOut().flush();
    return 0;
  }

  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description = "Gets a model of the list; goes on where it stopped last time.")
  int fetch(@Parameters(paramLabel = "NAME") String name) throws ModelFailure {
    try (var bar = new ProgressBar(line().getErr(), speech.terminal())) {
      speech
          .models()
          .fetch(
              name,
              (soFar, total) -> {
                bar.draw(soFar, total.orElse(0), megabytes(soFar) + " of " + name);
                return true;
              });
    }
    return ready(name);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Copies a model from a zip or folder that you brought.")
  int add(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "PATH") Path path)
      throws ModelFailure {
    speech.models().add(name, path);
    return ready(name);
  }

  private int ready(String name) {
    line().getErr().println(name + " is ready");
    line().getErr().flush();
    return 0;
  }

  private static String megabytes(long bytes) {
    return "%.1f MB".formatted(bytes / 1e6);
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
