package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads libraries from files of their own, without a store, as the service would match them.
 * Several count as one; of two entries with one id the one read later is heard. What is broken is
 * noted, and the rest is read.
 */
public final class LoneLibraries {
  private final Problems problems = Problems.unlimited();
  private final Map<String, LibraryItem> elsewhere = new LinkedHashMap<>();
  private final Map<String, Found> found = new LinkedHashMap<>();

  private record Found(LibraryItem item, Fields fields) {}

  /**
   * Reads a pack's {@code library.yaml}. The packs that its own pack requires are looked for, so
   * that what it names there is not missed; their entries are not matched.
   *
   * @param text what stands in the file; whatever is broken in it is noted, never thrown
   * @return how many entries can be matched
   */
  public int yaml(Path file, String text) {
    LibraryReader reader = LibraryReader.alone(EntryManner.ALONE);
    required(file).forEach(item -> elsewhere.put(item.id(), item));
    List<Fields> entries =
        new YamlReader(file.toString(), 0, problems)
            .read(text)
            .map(LibraryReader::entries)
            .orElse(List.of());
    return entries.stream().mapToInt(entry -> read(reader, entry)).sum();
  }

  private static List<LibraryItem> required(Path file) {
    Path folder = file.toAbsolutePath().normalize().resolveSibling(".");
    try {
      return Files.isRegularFile(folder.resolve(PackReader.HEAD))
          ? PackLint.required(folder).stream().flatMap(pack -> pack.library().stream()).toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Reads JSON Lines with one entry each. Its fields are called as in {@code library.yaml} or as in
   * the API; others are left alone.
   *
   * @return how many entries can be matched
   */
  public int jsonLines(Path file, List<String> lines) {
    LibraryReader reader = LibraryReader.alone(EntryManner.OF_OTHERS);
    int read = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        var line = new JsonLine(file.toString(), i + 1, lines.get(i));
        read += fields(line).map(entry -> read(reader, entry)).orElse(0);
      }
    }
    return read;
  }

  /** JSON is YAML, and there the places of its values are known. */
  private Optional<Fields> fields(JsonLine line) {
    var yaml = new YamlReader(line.file(), line.number() - 1, problems, LoneLibraries::asInYaml);
    return line.object("{\"id\": …}", problems).flatMap(json -> yaml.read(line.text()));
  }

  /** {@code negativePhrases} is {@code negative-phrases}. */
  private static String asInYaml(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private int read(LibraryReader reader, Fields fields) {
    Optional<LibraryItem> item = reader.item(fields);
    item.ifPresent(one -> found.put(one.id(), new Found(one, fields)));
    if (item.isEmpty()) {
      String id = fields.quietly("id").orElse("without an id");
      fields.problem("entry " + id + " is left out", "mend it as the other lines say");
    }
    return item.isPresent() ? 1 : 0;
  }

  /**
   * Everything together; to be called once, when all files are read, since it notes what the
   * entries have against each other.
   */
  public LoneReading reading() {
    Map<String, LibraryItem> all = new LinkedHashMap<>(elsewhere);
    found.forEach((id, one) -> all.put(id, one.item()));
    var neighbours = new Neighbours(all.values());
    Map<String, String> places = new LinkedHashMap<>();
    for (Found one : found.values()) {
      neighbours.flaws(one.item()).forEach(flaw -> EntryReader.report(one.fields(), flaw));
      places.put(one.item().id(), one.fields().place());
    }
    List<LibraryEntry> entries =
        Neighbours.reconciled(all.values()).stream()
            .filter(item -> found.containsKey(item.id()))
            .map(LibraryItem::entry)
            .toList();
    return new LoneReading(entries, problems.all(), places);
  }
}
