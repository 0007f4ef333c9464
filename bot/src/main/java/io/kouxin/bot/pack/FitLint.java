package io.kouxin.bot.pack;

import io.kouxin.bot.pack.Fit.Chat;
import io.kouxin.bot.pack.Fit.Cut;
import io.kouxin.bot.pack.Fit.Place;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at what a pack brings onto cards and into messages, as the bot's own sentences put it: what
 * cannot work is a problem, what a chat shortens or leaves out is a warning.
 */
final class FitLint {
  /** Looks at nothing: for a pack that is read to be used. */
  static final FitLint NONE = new FitLint(new Fit(List.of()), Wording::bundled);

  /** What a card's action has room for beside the verb and the follow-up's id. */
  private static final int ACTION_IDS = 86;

  /** A long message is read in a lift; more than so many pages are not. */
  private static final int MOST_MESSAGES = 3;

  private static final List<String> AFTER_CHOICES = List.of("skip", "ok", "change", "more");
  private static final Pattern UNSHOWN =
      Pattern.compile("!\\[[^]]*]\\(|^\\s*\\|.*\\|\\s*$|^```|<(?:img|table|br|font)\\b");

  private final Fit fit;
  private final Supplier<Wording> wording;

  /** Asks for the sentences only where there is a chat to put them into. */
  FitLint(Fit fit, Supplier<Wording> wording) {
    this.fit = fit;
    this.wording = wording;
  }

  /** An entry's label: a row of the memo's card, and a button where it is only suggested. */
  void label(Fields entry, String label, Locale language) {
    if (fit.chats().isEmpty()) {
      return;
    }
    warn(entry, "label", "label is", fit.cuts(Place.ROW_VALUE, label));
    String button = wording.get().in(language).button("add", Map.of("suggestion", label), 1_000);
    warn(entry, "label", "label's button \"" + button + "\" is", fit.cuts(Place.BUTTON, button));
  }

  /** The question of an entry, with all that stands on its card. */
  void ask(Fields ask, String question, List<Fields> blocks, List<Ask.Choice> choices) {
    if (fit.chats().isEmpty()) {
      return;
    }
    Sentences say = wording.get().in(Forms.languageOf(question));
    String body = say.say("ask.reason", Map.of("question", question), 1_000);
    warn(ask, "question", "question is", fit.cuts(Place.BODY, body));
    for (int i = 0; i < choices.size(); i++) {
      String label = choices.get(i).label();
      warn(blocks.get(i), "label", "button \"" + label + "\" is", fit.cuts(Place.BUTTON, label));
    }
    twins(blocks, choices);
    room(ask, choices, say);
  }

  /** Two buttons that read the same cannot be told apart: nobody would know what they answer. */
  private void twins(List<Fields> blocks, List<Ask.Choice> choices) {
    for (Chat chat : fit.chats()) {
      Map<String, String> seen = new HashMap<>();
      for (int i = 0; i < choices.size(); i++) {
        String label = choices.get(i).label();
        String shown = Place.BUTTON.shown(label, chat.limits());
        String before = seen.putIfAbsent(shown, label);
        if (before != null && !shown.isEmpty()) {
          blocks
              .get(i)
              .problem(
                  "label",
                  "in %s this button reads \"%s\", and so does \"%s\""
                      .formatted(chat.name(), shown, before),
                  "let them differ in the first words");
        }
      }
    }
  }

  private void room(Fields ask, List<Ask.Choice> choices, Sentences say) {
    for (Chat chat : fit.chats()) {
      int room = chat.limits().buttons() + chat.limits().menu();
      List<String> all =
          Stream.concat(
                  choices.stream().map(Ask.Choice::label), AFTER_CHOICES.stream().map(say::button))
              .toList();
      if (choices.size() > room) {
        ask.problem(
            "choices",
            "%s has room for %d buttons, and this needs %d"
                .formatted(chat.name(), room, choices.size()),
            "take some out");
      } else if (all.size() > room) {
        ask.warning(
            "choices",
            "%s has room for %d buttons and leaves out %s"
                .formatted(chat.name(), room, all.subList(room, all.size())),
            "ask with fewer choices");
      }
    }
  }

  /** An answer's action names the entry and what it stands for; too long, it names another. */
  void action(Fields choice, String entry, String answer) {
    if (entry.length() + answer.length() > ACTION_IDS) {
      choice.problem(
          "entry",
          "\"%s\" and \"%s\" together are longer than a button can carry".formatted(entry, answer),
          "shorten the ids to " + ACTION_IDS + " characters together");
    }
  }

  /** Advice: its title on a card, three of its items in the sentence that offers it. */
  void playbook(Fields fields, Playbook playbook) {
    if (fit.chats().isEmpty()) {
      return;
    }
    warn(fields, "title", "title is", fit.cuts(Place.TITLE, playbook.title()));
    Map<String, String> values = new LinkedHashMap<>();
    boolean english = playbook.language().equals(Locale.ENGLISH);
    values.put("customer", english ? "Northside General Hospital" : "某某市第一人民医院骨科");
    values.put("need", english ? "dearer than before" : "比以前贵");
    values.put("contact", english ? "Dr. Johnson" : "张主任");
    List<String> items = playbook.items().stream().limit(3).toList();
    for (int i = 0; i < items.size(); i++) {
      values.put("item" + (i + 1), items.get(i));
    }
    String offer = wording.get().in(playbook.language()).say("playbook", values);
    warn(fields, "items", "offer that names these items is", fit.cuts(Place.BODY, offer));
    items.stream()
        .filter(item -> !offer.contains(item))
        .forEach(item -> shortened(fields, item, offer));
  }

  private void shortened(Fields fields, String item, String offer) {
    fields.warningInList(
        "items",
        item,
        "\"%s\" loses its middle beside a long name: %s".formatted(item, offer),
        "name it in at most 16 characters");
  }

  /** The advice itself, sent as plain words. */
  void body(String file, int firstLine, List<String> lines, Problems problems) {
    if (fit.chats().isEmpty()) {
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      var found = UNSHOWN.matcher(lines.get(i));
      if (found.find()) {
        String what =
            "no chat shows \"" + found.group().strip() + "\": it is sent as it is written";
        problems.warn(
            new PackProblem(
                file, firstLine + i, found.start() + 1, what, "write it as words or a list"));
      }
    }
    int bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8).length;
    for (Chat chat : fit.chats()) {
      int messages = bytes / chat.limits().textBytes() + 1;
      if (messages > MOST_MESSAGES) {
        String what = "%s needs %d messages for this".formatted(chat.name(), messages);
        problems.warn(new PackProblem(file, firstLine, 1, what, "shorten the advice"));
      }
    }
  }

  private static void warn(Fields fields, String name, String what, List<Cut> cuts) {
    for (Cut cut : cuts) {
      fields.warning(
          name,
          "the " + what + " " + cut.words(),
          "shorten it to " + cut.most() + " characters, or let it be cut");
    }
  }
}
