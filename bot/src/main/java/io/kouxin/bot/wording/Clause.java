package io.kouxin.bot.wording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sentence that stands or falls with its variables.
 *
 * @param text its words, variables included
 * @param mark what ends it, with the blanks behind; empty at the end of a text
 */
record Clause(String text, String mark) {
  private static final String SENTENCE_ENDS = "。！？!?.\n";

  /** A variable in brackets of its own: a remark that can go without its clause. */
  private static final Pattern REMARK =
      Pattern.compile("\\s*(?:（\\{(\\w+)}）|\\(\\{(\\w+)}\\)|〔\\{(\\w+)}〕|\\[\\{(\\w+)}])");

  /**
   * A variable that is one item of a list: between a list's signs, a colon or the clause's ends.
   */
  private static final Pattern ITEM =
      Pattern.compile(
          "(?:(?<=^|[：:])\\s*\\{(\\w+)}\\s*[、·/]\\s*|\\s*[、·/]\\s*\\{(\\w+)}(?=\\s*(?:$|[、·/：:])))");

  boolean endsSentence() {
    return mark.isEmpty() || SENTENCE_ENDS.indexOf(mark.charAt(0)) >= 0;
  }

  Clause endingLike(Clause other) {
    return new Clause(text, other.mark);
  }

  /** What is left of it with these values; empty when a variable that carries it has none. */
  Optional<Clause> with(Values values) {
    String left = without(ITEM, without(REMARK, text, values), values);
    Matcher variable = Template.VARIABLE.matcher(left);
    while (variable.find()) {
      if (!values.has(variable.group(1))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Clause(left, mark));
  }

  private static String without(Pattern part, String text, Values values) {
    String left = text;
    Matcher found = part.matcher(left);
    int from = 0;
    while (found.find(from)) {
      if (values.has(name(found))) {
        // Not behind it: the sign that ends this item begins the next.
        from = found.start() + 1;
      } else {
        left = left.substring(0, found.start()) + left.substring(found.end());
        from = Math.min(found.start(), left.length());
        found = part.matcher(left);
      }
    }
    return left;
  }

  private static String name(Matcher found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    throw new IllegalStateException("a part without a variable: " + found.group());
  }
}
