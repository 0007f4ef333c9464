package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the files of a pack, and finds everything that is wrong with them in one run. */
public final class PackReader {
  static final String HEAD = "pack.yaml";
  private static final String LIBRARY = "library.yaml";
  private static final String EXAMPLES = "examples.jsonl";

  private final Function<String, Optional<Pack>> required;
  private final FitLint lint;

  /**
   * A reader.
   *
   * @param required finds a pack by the id by which another requires it
   */
  public PackReader(Function<String, Optional<Pack>> required) {
    this(required, FitLint.NONE);
  }

  /** A reader that looks at what chats make of it, too. */
  PackReader(Function<String, Optional<Pack>> required, FitLint lint) {
    this.required = required;
    this.lint = lint;
  }

  /** Reads a pack; bad input of any kind is a problem in the answer, never an exception. */
  public PackReading read(PackFiles files) {
    var reading = new Reading(files);
    return reading.read();
  }

  private final class Reading {
    private final PackFiles files;
    private final Problems problems = new Problems();
    private final References references = new References();

    Reading(PackFiles files) {
      this.files = files;
    }

    PackReading read() {
      Optional<Fields> fields = yaml(HEAD);
      Optional<Pack> head = fields.flatMap(PackHead::read);
      String industry = head.map(Pack::industry).orElse("general");
      var entries = new LibraryReader(industry, references, lint);
      List<LibraryItem> library = yaml(LIBRARY).map(entries::read).orElse(List.of());
      List<Playbook> playbooks = playbooks();
      List<Example> examples = examples();
      List<Pack> elsewhere = elsewhere(fields, head);
      references.check(KnownIds.of(elsewhere));
      entries.beside(elsewhere.stream().flatMap(pack -> pack.library().stream()).toList());
      return new PackReading(
          head.map(
              h ->
                  new Pack(
                      h.id(),
                      h.version(),
                      h.name(),
                      h.description(),
                      h.industry(),
                      h.requires(),
                      h.manners(),
                      library,
                      playbooks,
                      examples)),
          problems.all(),
          problems.warnings());
    }

    private List<Pack> elsewhere(Optional<Fields> fields, Optional<Pack> head) {
      List<Pack> found = new ArrayList<>();
      for (String id : head.map(Pack::requires).orElse(List.of())) {
        Optional<Pack> pack = required.apply(id);
        pack.ifPresent(found::add);
        if (pack.isEmpty()) {
          fields.ifPresent(f -> missing(f, id));
        }
      }
      return found;
    }

    private static void missing(Fields fields, String id) {
      fields.problemInList(
          "requires",
          id,
          "the pack \"" + id + "\" is not here",
          "install it first, or put its folder beside this one");
    }

    private List<Playbook> playbooks() {
      var reader = new PlaybookReader(references, problems, lint);
      List<Playbook> playbooks = new ArrayList<>();
      for (String file : files.bytes().keySet()) {
        if (file.startsWith("playbooks/")) {
          text(file).flatMap(text -> reader.read(file, text)).ifPresent(playbooks::add);
        }
      }
      return playbooks;
    }

    private List<Example> examples() {
      return text(EXAMPLES)
          .map(text -> new ExampleReader(EXAMPLES, references, problems).read(text))
          .orElse(List.of());
    }

    private Optional<Fields> yaml(String file) {
      if (!files.bytes().containsKey(file)) {
        problems.add(PackProblem.ofFile(file, "is missing", "every pack has one; add it"));
      }
      return text(file).flatMap(text -> new YamlReader(file, 0, problems).read(text));
    }

    private Optional<String> text(String file) {
      return Optional.ofNullable(files.bytes().get(file))
          .flatMap(bytes -> Texts.read(file, bytes, problems));
    }
  }
}
