package io.kouxin.bot.command;

import io.kouxin.bot.pack.LoneLibraries;
import io.kouxin.bot.pack.LoneReading;
import io.kouxin.bot.pack.PackProblem;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.Tagging.EntryError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The library that a command was given, in one file or several: each a pack's {@code library.yaml}
 * or JSON Lines with one entry each. What is broken in it is told, line by line, and left out.
 */
final class LibraryFiles {
  private final LoneReading reading;
  private final PrintWriter err;

  private LibraryFiles(LoneReading reading, PrintWriter err) {
    this.reading = reading;
    this.err = err;
  }

  /**
   * Reads these files as one library.
   *
   * @param err hears all that is wrong in them
   * @throws BadLineException when one of them cannot be read, or nothing in it can be used
   */
  static LibraryFiles read(List<Path> files, PrintWriter err) throws BadLineException {
    var libraries = new LoneLibraries();
    for (Path file : files) {
      if (entriesOf(file, libraries) == 0) {
        List<PackProblem> problems = libraries.reading().problems();
        print(problems, err);
        throw new BadLineException(
            file,
            0,
            problems.isEmpty()
                ? "the library has no entries"
                : "no entry of this library can be used");
      }
    }
    LoneReading reading = libraries.reading();
    print(reading.problems(), err);
    return new LibraryFiles(reading, err);
  }

  /** How many entries of this file can be used. */
  private static int entriesOf(Path file, LoneLibraries libraries) throws BadLineException {
    List<String> lines = Lines.of(file);
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? libraries.yaml(file, String.join("\n", lines))
        : libraries.jsonLines(file, lines);
  }

  private static void print(List<PackProblem> problems, PrintWriter err) {
    problems.forEach(err::println);
    err.flush();
  }

  /** What is matched. */
  List<LibraryEntry> entries() {
    return reading.entries();
  }

  /** Tells which entries could not be matched after all. */
  void tell(List<EntryError> errors) {
    for (EntryError error : errors) {
      String place = reading.places().getOrDefault(error.entry(), "the library");
      err.println(place + ": entry " + error.entry() + " is left out: " + error.reason());
    }
    err.flush();
  }
}
