package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The named values of one block of YAML. Asking for a value that is absent or of the wrong sort
 * notes a problem at its line and goes on, so that one run finds all of them.
 */
final class Fields {
  private final MappingNode node;
  private final YamlReader reader;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> names = new LinkedHashMap<>();

  Fields(MappingNode node, YamlReader reader) {
    this.node = node;
    this.reader = reader;
    for (NodeTuple field : node.getValue()) {
      if (field.getKeyNode() instanceof ScalarNode name) {
        add(name, reader.spelt(name.getValue()), field.getValueNode());
      } else {
        reader.at(field.getKeyNode(), "the name of a field must be a word", "mend it");
      }
    }
  }

  private void add(Node where, String name, Node value) {
    if (names.putIfAbsent(name, where) != null) {
      reader.at(where, "\"" + name + "\" stands here twice", "keep one of them");
    } else if (!isNull(value)) {
      values.put(name, value);
    }
  }

  /** Programs write null for a field that they leave out. */
  private static boolean isNull(Node value) {
    return value.getTag().equals(Tag.NULL)
        && value instanceof ScalarNode scalar
        && !scalar.getValue().isEmpty();
  }

  /** Notes every name that is not one of these. */
  void only(String... known) {
    names.forEach(
        (name, where) -> {
          if (!Set.of(known).contains(name)) {
            String remedy = "take it out, or write one of " + String.join(", ", known);
            reader.at(where, "nobody knows the field \"" + name + "\"", remedy);
          }
        });
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Notes a problem of all fields together. */
  void problem(String what, String remedy) {
    reader.at(node, what, remedy);
  }

  /** Where they begin: {@code library.yaml:12:5}. */
  String place() {
    return reader.place(node);
  }

  /** Notes a problem at the value of this field, or at the block when it is absent. */
  void problem(String name, String what, String remedy) {
    reader.at(values.getOrDefault(name, node), what, remedy);
  }

  /** Notes at the value of this field what works, but not as it was written. */
  void warning(String name, String what, String remedy) {
    reader.warnAt(values.getOrDefault(name, node), what, remedy);
  }

  /** Notes the same at one item of a list of texts. */
  void warningInList(String name, String item, String what, String remedy) {
    reader.warnAt(item(name, item).orElse(node), what, remedy);
  }

  /** A text that must be there and must not be blank. */
  Optional<String> text(String name) {
    return required(name).flatMap(value -> textOf(name, value));
  }

  Optional<String> optionalText(String name) {
    return value(name).flatMap(value -> textOf(name, value));
  }

  /** A text if there is one; nothing is noted. */
  Optional<String> quietly(String name) {
    return value(name)
        .filter(ScalarNode.class::isInstance)
        .map(scalar -> ((ScalarNode) scalar).getValue().strip())
        .filter(text -> !text.isEmpty());
  }

  /** A value in a form of its own; the reason of an IllegalArgumentException is the problem. */
  <T> Optional<T> parsed(String name, Function<String, T> parse) {
    return text(name).flatMap(text -> parsed(name, text, parse));
  }

  private <T> Optional<T> parsed(String name, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      problem(name, "\"" + text + "\" will not do for \"" + name + "\"", remedy(e));
      return Optional.empty();
    }
  }

  /** A text that must be there; one that breaks the form is noted like that, and taken. */
  Optional<String> noted(String name, Function<String, String> form) {
    Optional<String> text = text(name);
    return text.flatMap(said -> parsed(name, said, form)).or(() -> text);
  }

  /** A block of fields. */
  Optional<Fields> block(String name) {
    return required(name).flatMap(this::blockOf);
  }

  /** A list of blocks. */
  List<Fields> blocks(String name) {
    return list(name).stream().flatMap(item -> blockOf(item).stream()).toList();
  }

  /** A list of texts, without blanks and doubles. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : list(name)) {
      textOf(name, item)
          .ifPresent(
              text -> {
                if (seen.add(text.toLowerCase(Locale.ROOT))) {
                  texts.add(text);
                } else {
                  reader.at(item, "\"" + text + "\" stands here twice", "keep one of them");
                }
              });
    }
    return texts;
  }

  /** Notes a problem at one item of a list of texts. */
  void problemInList(String name, String item, String what, String remedy) {
    item(name, item).ifPresent(found -> reader.at(found, what, remedy));
  }

  private Optional<Node> item(String name, String item) {
    return list(name).stream()
        .filter(ScalarNode.class::isInstance)
        .filter(found -> ((ScalarNode) found).getValue().strip().equals(item))
        .findFirst();
  }

  private List<Node> list(String name) {
    Optional<Node> value = required(name);
    if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    value.ifPresent(
        v ->
            reader.at(
                v, "\"" + name + "\" must be a list", "write its items as - item, one on a line"));
    return List.of();
  }

  private Optional<Node> required(String name) {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      reader.at(node, "\"" + name + "\" is missing", "add it");
    }
    return value;
  }

  private Optional<Node> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private Optional<Fields> blockOf(Node value) {
    if (value instanceof MappingNode mapping) {
      return Optional.of(new Fields(mapping, reader));
    }
    reader.at(value, "here must be fields", "write them as name: value, one on a line");
    return Optional.empty();
  }

  private Optional<String> textOf(String name, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      reader.at(value, "\"" + name + "\" must be one text", "write it on one line");
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      reader.at(value, "\"" + name + "\" is empty", "write something, or take it out");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue().strip());
  }

  private static String remedy(IllegalArgumentException e) {
    return e.getMessage() == null ? "write it another way" : e.getMessage();
  }
}
