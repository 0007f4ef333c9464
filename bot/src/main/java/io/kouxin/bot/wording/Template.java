package io.kouxin.bot.wording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence of the files: its clauses, and the variables in them. */
record Template(String raw, List<Clause> clauses) {
  static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

  static Template of(String raw) {
    return new Template(raw, Clauses.of(raw));
  }

  Set<String> variables() {
    return variables(raw);
  }

  private static Set<String> variables(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher found = VARIABLE.matcher(text);
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  String fill(Values values, int limit) {
    String shape = Clauses.join(clauses, values);
    String filled = replace(shape, values);
    int tooMany = Values.length(filled) - limit;
    if (tooMany <= 0) {
      return filled;
    }
    values.shorten(variables(shape), tooMany);
    return replace(shape, values);
  }

  /** Values are put in once and never read again: a brace in a customer's name is only a brace. */
  private static String replace(String shape, Values values) {
    return VARIABLE
        .matcher(shape)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }
}
