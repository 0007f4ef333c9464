package io.kouxin.nlp.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendar with the years that an administrator put into a folder, one JSON file a year ({@link
 * HolidayYear}); they replace the shipped ones. The folder is looked at on every question, a file
 * is read again when its time or size changed. A faulty file is logged once, and what was known of
 * its year stays.
 */
public final class HolidayFolder implements Supplier<WorkCalendar> {
  private static final Logger LOG = LoggerFactory.getLogger(HolidayFolder.class);

  private final Path folder;
  private Map<Path, String> seen = Map.of();
  private final Map<Path, HolidayYear> years = new TreeMap<>();
  private final Map<Path, String> faults = new TreeMap<>();
  private WorkCalendar calendar = WorkCalendar.china();

  /**
   * With a folder.
   *
   * @param folder need not exist
   */
  public HolidayFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized WorkCalendar get() {
    Map<Path, String> now = files();
    if (!now.equals(seen)) {
      now.forEach(
          (file, stamp) -> {
            if (!stamp.equals(seen.get(file))) {
              read(file);
            }
          });
      years.keySet().retainAll(now.keySet());
      faults.keySet().retainAll(now.keySet());
      seen = now;
      calendar = WorkCalendar.china().with(years.values());
    }
    return calendar;
  }

  /** What is wrong with files of the folder, by their names; empty when all is well. */
  public synchronized Map<String, String> faults() {
    get();
    var out = new TreeMap<String, String>();
    faults.forEach((file, fault) -> out.put(String.valueOf(file.getFileName()), fault));
    return out;
  }

  private Map<Path, String> files() {
    var out = new TreeMap<Path, String>();
    if (!Files.isDirectory(folder)) {
      return out;
    }
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
        out.put(file, Files.getLastModifiedTime(file).toMillis() + ":" + Files.size(file));
      }
      return out;
    } catch (IOException e) {
      return seen; // a file vanished meanwhile: look again at the next question
    }
  }

  private void read(Path file) {
    try {
      years.put(file, HolidayYear.read(Files.readString(file, StandardCharsets.UTF_8)));
      faults.remove(file);
    } catch (HolidayYear.Faulty | IOException e) {
      faults.put(file, String.valueOf(e.getMessage()));
      LOG.warn("{} is not used, what was known stays: {}", file.getFileName(), e.getMessage());
    }
  }
}
