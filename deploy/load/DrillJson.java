import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JSON says; the JDK has no reader of it. What is missing is empty. */
record DrillJson(Object value) {
  private static final Object END = new Object();
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");
  private static final Pattern TOKEN =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[\\[\\]{}]|[^\\s,:\\[\\]{}\"]+");

  static DrillJson of(String words) {
    return new DrillJson(read(TOKEN.matcher(words).results().iterator()));
  }

  private static Object read(Iterator<MatchResult> tokens) {
    MatchResult token = tokens.next();
    return switch (token.group()) {
      case "{" -> object(tokens);
      case "[" -> array(tokens);
      case "]", "}" -> END;
      default -> token.group(1) == null ? token.group() : plain(token.group(1));
    };
  }

  private static Object object(Iterator<MatchResult> tokens) {
    Map<String, DrillJson> fields = new HashMap<>();
    for (Object name = read(tokens); name != END; name = read(tokens)) {
      fields.put((String) name, new DrillJson(read(tokens)));
    }
    return fields;
  }

  private static Object array(Iterator<MatchResult> tokens) {
    List<DrillJson> items = new ArrayList<>();
    for (Object item = read(tokens); item != END; item = read(tokens)) {
      items.add(new DrillJson(item));
    }
    return items;
  }

  private static String plain(String escaped) {
    return ESCAPE
        .matcher(escaped)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group(1).charAt(0)) {
                      case 'n' -> "\n";
                      case 't' -> "\t";
                      case 'u' ->
                          String.valueOf((char) Integer.parseInt(found.group(1).substring(1), 16));
                      default -> found.group(1);
                    }));
  }

  DrillJson get(String name) {
    return value instanceof Map<?, ?> fields && fields.get(name) instanceof DrillJson found
        ? found
        : new DrillJson("");
  }

  List<DrillJson> list() {
    return value instanceof List<?> items
        ? items.stream().map(DrillJson.class::cast).toList()
        : List.of();
  }

  String text() {
    return value instanceof String words && !words.equals("null") ? words : "";
  }
}
