package io.kouxin.bot.command;

import io.kouxin.bot.doctor.Item;
import io.kouxin.integrations.channel.Checkup.State;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: what does not work and what to do; 0 nothing is broken, 1 something is. */
@Command(
    name = "doctor",
    description = "Looks at settings, store, models, clock and platforms, and says what to do.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();
  private final Source source;

  @Option(names = "--json", description = "one JSON object instead of a list to read")
  private boolean json;

  @Option(names = "--language", paramLabel = "zh|en", description = "of what is said")
  private String language;

  @Option(
      names = "--send",
      paramLabel = "USERID",
      description = "also really send this person a small card")
  private @Nullable String account;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Who looks. */
  public interface Source {
    /** What is found, in words; with an account, a card is sent there first. */
    List<Item> examine(Locale language, Optional<String> account);
  }

  /**
   * Shows what this source finds.
   *
   * @param language of people who did not say which
   */
  public DoctorCommand(Source source, String language) {
    this.source = source;
    this.language = language;
  }

  @Override
  public Integer call() {
    if (!language.equals("zh") && !language.equals("en")) {
      throw new ParameterException(spec.commandLine(), "--language is zh or en, not " + language);
    }
    List<Item> items =
        source.examine(Locale.forLanguageTag(language), Optional.ofNullable(account));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.writeValueAsString(Map.of("items", items.stream().map(Line::of).toList())));
    } else {
      items.forEach(item -> print(out, item));
    }
    out.flush();
    return items.stream().anyMatch(item -> item.state() == State.BROKEN) ? 1 : 0;
  }

  private static void print(PrintWriter out, Item item) {
    out.println(sign(item.state()) + " " + item.words());
    if (!item.whatToDo().isEmpty()) {
      out.println("  → " + item.whatToDo());
    }
  }

  private static String sign(State state) {
    return switch (state) {
      case OK -> "✓";
      case UNKNOWN -> "?";
      case WARNING -> "!";
      case BROKEN -> "✗";
    };
  }

  /** An item for programs. */
  record Line(String name, String state, String words, String whatToDo) {
    static Line of(Item item) {
      String state = item.state().name().toLowerCase(Locale.ROOT);
      return new Line(item.name(), state, item.words(), item.whatToDo());
    }
  }
}
