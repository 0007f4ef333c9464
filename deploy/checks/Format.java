import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or writes the layout of every Java source: {@code Format.java check|write ROOT}. */
public final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]);
    var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> wrong = new ArrayList<>();
    for (Path file : sources(root)) {
      String text = Files.readString(file);
      String formatted;
      try {
        formatted = formatter.formatSource(tidyImports(text));
      } catch (Exception e) {
        System.err.println(root.relativize(file) + ": cannot be formatted: " + e.getMessage());
        wrong.add(file);
        continue;
      }
      if (formatted.equals(text)) {
        continue;
      }
      wrong.add(file);
      if (write) {
        Files.writeString(file, formatted);
      }
      System.err.println((write ? "formatted " : "not formatted: ") + root.relativize(file));
    }
    if (!write && !wrong.isEmpty()) {
      System.err.println("To mend: mvn -q -N process-test-classes exec:exec@format -Dformat=write");
      System.exit(1);
    }
  }

  private static String tidyImports(String text) throws Exception {
    String used = RemoveUnusedImports.removeUnusedImports(text);
    return ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("nlp/src", "integrations/src", "bot/src", "deploy")) {
      if (!Files.isDirectory(root.resolve(folder))) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(found::add);
      }
    }
    return found;
  }
}
