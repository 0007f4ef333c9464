package io.kouxin.bot.pack;

import io.kouxin.bot.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a pack from a folder only to find what is wrong with it, or cut in a chat. Needs no store.
 */
public final class PackLint {
  private final FitLint lint;

  /** For packs that are shown in these chats, in these sentences of the bot. */
  public PackLint(Fit fit, Supplier<Wording> wording) {
    this.lint = new FitLint(fit, wording);
  }

  /**
   * Reads the pack in this folder. A pack that it requires is looked for beside it, then in the
   * jar.
   *
   * @throws IOException when the folder cannot be read
   */
  public PackReading lint(Path folder) throws IOException {
    return new PackReader(id -> find(id, beside(folder)), lint).read(PackFiles.ofFolder(folder));
  }

  /**
   * The packs that the one in this folder requires, as far as they are beside it or in the jar.
   *
   * @throws IOException when the folder cannot be read
   */
  static List<Pack> required(Path folder) throws IOException {
    Path beside = beside(folder);
    PackReading reading = new PackReader(id -> find(id, beside)).read(PackFiles.ofFolder(folder));
    return reading.pack().stream()
        .flatMap(pack -> pack.requires().stream())
        .flatMap(id -> find(id, beside).stream())
        .toList();
  }

  private static Path beside(Path folder) {
    return folder.toAbsolutePath().normalize().resolveSibling(".");
  }

  /** Only the pack itself is read here: its own requirements are its own lint's affair. */
  private static Optional<Pack> find(String id, Path beside) {
    if (!LibraryItem.ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      Path folder = beside.resolve(id);
      PackFiles files =
          Files.isDirectory(folder) ? PackFiles.ofFolder(folder) : PackFiles.ofClassPath(id);
      return new PackReader(other -> Optional.empty()).read(files).pack();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
