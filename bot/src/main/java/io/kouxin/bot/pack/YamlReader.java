package io.kouxin.bot.pack;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML as a tree of nodes with positions. No object is ever made of a tag, an alias is
 * refused before anything grows by it, and depth is bounded before the parser recurses.
 */
final class YamlReader {
  private static final int DEEPEST = 32;

  private final String file;
  private final int linesBefore;
  private final Problems problems;
  private final UnaryOperator<String> spelling;

  /**
   * A reader of one text.
   *
   * @param linesBefore how many lines of the file precede it
   */
  YamlReader(String file, int linesBefore, Problems problems) {
    this(file, linesBefore, problems, UnaryOperator.identity());
  }

  /**
   * A reader of one text whose fields others may spell otherwise.
   *
   * @param spelling how we spell the name of a field
   */
  YamlReader(String file, int linesBefore, Problems problems, UnaryOperator<String> spelling) {
    this.file = file;
    this.linesBefore = linesBefore;
    this.problems = problems;
    this.spelling = spelling;
  }

  /** The name of a field as we spell it. */
  String spelt(String name) {
    return spelling.apply(name);
  }

  /** Where a node begins. */
  String place(Node node) {
    return problemAt(node.getStartMark(), "", "").place();
  }

  /** The fields at the top of the text; empty when it has none or is broken, which is then said. */
  Optional<Fields> read(String text) {
    var settings = LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
    try {
      if (!isTame(new Parse(settings).parseString(text))) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(new Fields(mapping, this));
      }
      problem(1, 1, "there are no fields here", "write them as name: value, one on a line");
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      at(mark, "this is no YAML: " + said(e), "mend the indentation, quotes or brackets here");
    } catch (YamlEngineException e) {
      problem(1, 1, "this is no YAML: " + e.getMessage(), "mend the file");
    }
    return Optional.empty();
  }

  void at(Node node, String what, String remedy) {
    at(node.getStartMark(), what, remedy);
  }

  void warnAt(Node node, String what, String remedy) {
    problems.warn(problemAt(node.getStartMark(), what, remedy));
  }

  private void at(Optional<Mark> mark, String what, String remedy) {
    problems.add(problemAt(mark, what, remedy));
  }

  private PackProblem problemAt(Optional<Mark> mark, String what, String remedy) {
    return new PackProblem(
        file,
        linesBefore + mark.map(m -> m.getLine() + 1).orElse(1),
        mark.map(m -> m.getColumn() + 1).orElse(1),
        what,
        remedy);
  }

  private void problem(int line, int column, String what, String remedy) {
    problems.add(new PackProblem(file, linesBefore + line, column, what, remedy));
  }

  private boolean isTame(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      if (event instanceof AliasEvent) {
        at(event.getStartMark(), "packs have no aliases", "write the value out");
        return false;
      }
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        at(event.getStartMark(), "this is nested too deeply", "a pack needs few levels");
        return false;
      }
    }
    return true;
  }

  private static String said(MarkedYamlEngineException e) {
    return e.getProblem() == null ? String.valueOf(e.getContext()) : e.getProblem();
  }
}
