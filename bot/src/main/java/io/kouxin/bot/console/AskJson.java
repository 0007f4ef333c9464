package io.kouxin.bot.console;

import io.kouxin.bot.pack.Ask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The question of an entry as the API shows and takes it; what is missing is empty, and the rules
 * for entries say so.
 */
record AskJson(@Nullable String question, @Nullable List<Choice> choices) {

  /**
   * One answer.
   *
   * @param entry the entry that it stands for; none when it settles nothing
   */
  record Choice(@Nullable String label, @Nullable String entry) {
    private Ask.Choice choice() {
      return new Ask.Choice(
          text(label), Optional.ofNullable(entry).map(String::strip).filter(id -> !id.isEmpty()));
    }
  }

  static AskJson of(Ask ask) {
    return new AskJson(
        ask.question(),
        ask.choices().stream().map(c -> new Choice(c.label(), c.entry().orElse(null))).toList());
  }

  Ask ask() {
    List<Choice> given = choices == null ? List.of() : choices;
    return new Ask(
        text(question), given.stream().filter(Objects::nonNull).map(Choice::choice).toList());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
