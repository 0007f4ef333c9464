package io.kouxin.bot.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one file of {@code playbooks/}: fields between two lines of dashes, then Markdown. */
final class PlaybookReader {
  private static final String DASHES = "---";

  private final References references;
  private final Problems problems;
  private final FitLint lint;

  PlaybookReader(References references, Problems problems, FitLint lint) {
    this.references = references;
    this.problems = problems;
    this.lint = lint;
  }

  Optional<Playbook> read(String file, String text) {
    List<String> lines = text.lines().toList();
    int end = lines.isEmpty() || !isDashes(lines.getFirst()) ? -1 : closing(lines);
    if (end < 0) {
      problems.add(
          new PackProblem(
              file, 1, 1, "there are no fields at the top", "write them between two lines of ---"));
      return Optional.empty();
    }
    String head = String.join("\n", lines.subList(1, end));
    String body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
    if (body.isEmpty()) {
      problems.add(
          new PackProblem(file, end + 1, 1, "the advice is empty", "write it below the fields"));
    }
    lint.body(file, end + 2, lines.subList(end + 1, lines.size()), problems);
    return new YamlReader(file, 1, problems).read(head).flatMap(fields -> playbook(fields, body));
  }

  private Optional<Playbook> playbook(Fields fields, String body) {
    fields.only("id", "title", "for", "language", "items", "summary");
    Optional<String> id = fields.parsed("id", Forms::id);
    boolean isNew = id.map(references::addPlaybook).orElse(true);
    if (!isNew) {
      fields.problem("id", "\"" + id.orElse("") + "\" is a playbook already", "give it another id");
    }
    Optional<String> title = fields.text("title");
    Optional<Locale> language = fields.parsed("language", Forms::language);
    List<String> entries = fields.texts("for");
    entries.forEach(
        entry ->
            references.toEntry(
                entry,
                () ->
                    fields.problemInList(
                        "for", entry, "there is no entry \"" + entry + "\"", "name another")));
    List<String> items = fields.has("items") ? fields.texts("items") : List.of();
    Optional<String> summary = fields.text("summary");
    if (!isNew || id.isEmpty() || title.isEmpty() || language.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    var playbook =
        new Playbook(
            id.get(), title.get(), entries, language.get(), items, summary.orElse(""), body);
    lint.playbook(fields, playbook);
    return Optional.of(playbook);
  }

  private static int closing(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (isDashes(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDashes(String line) {
    return line.stripTrailing().equals(DASHES);
  }
}
