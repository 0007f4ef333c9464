package io.kouxin.nlp.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Copies the files of a Vosk model out of a zip or a folder that somebody else made. The model may
 * lie at any depth; what lies beside it is left behind.
 *
 * @param maxFiles most files of a model
 * @param maxBytes most bytes of a model's files
 * @param maxRatio most times that a zip may grow when unpacked; real models grow about twice
 */
record ModelFiles(int maxFiles, long maxBytes, int maxRatio) {
  /** The acoustic model: every Vosk model has this file. */
  private static final String MARK = "am/final.mdl";

  private static final String ADVICE = "take an unchanged zip or folder of a Vosk model";

  /** Room for the largest published model, and none for a bomb. */
  static ModelFiles standard() {
    return new ModelFiles(1_000, 10_000_000_000L, 50);
  }

  static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(MARK)) && Files.isDirectory(folder.resolve("graph"));
  }

  /** Copies the model in a zip or folder into an empty folder. */
  void copy(Path zipOrFolder, Path into) throws IOException, ModelFailure {
    if (Files.isDirectory(zipOrFolder)) {
      copyFolder(zipOrFolder, into);
    } else {
      unzip(zipOrFolder, into);
    }
    if (!isModel(into)) {
      throw notAModel("there is no Vosk model in it");
    }
  }

  private void unzip(Path zip, Path into) throws IOException, ModelFailure {
    try (var file = new ZipFile(zip.toFile())) {
      List<ZipEntry> entries = file.stream().map(ZipEntry.class::cast).toList();
      for (ZipEntry entry : entries) {
        inside(into, entry.getName()); // one bad name condemns the zip, wherever it lies
      }
      String root = root(entries.stream().map(ZipEntry::getName));
      var copying = new Copying(Math.min(maxBytes, maxRatio * Files.size(zip)));
      for (ZipEntry entry : entries) {
        if (!entry.isDirectory() && entry.getName().startsWith(root)) {
          try (var in = file.getInputStream(entry)) {
            copying.copy(in, inside(into, entry.getName().substring(root.length())));
          }
        }
      }
    } catch (ZipException e) {
      throw notAModel("it is no zip, or a damaged one");
    }
  }

  private void copyFolder(Path folder, Path into) throws IOException, ModelFailure {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    String root = root(files.stream().map(f -> slashes(folder.relativize(f))));
    var copying = new Copying(maxBytes);
    for (Path file : files) {
      String name = slashes(folder.relativize(file));
      if (name.startsWith(root)) {
        try (var in = Files.newInputStream(file)) {
          copying.copy(in, inside(into, name.substring(root.length())));
        }
      }
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String root(Stream<String> names) throws ModelFailure {
    Optional<String> mark =
        names
            .filter(name -> name.equals(MARK) || name.endsWith("/" + MARK))
            .min(Comparator.comparingInt(String::length));
    return mark.map(name -> name.substring(0, name.length() - MARK.length()))
        .orElseThrow(() -> notAModel("there is no Vosk model in it"));
  }

  private static Path inside(Path folder, String name) throws ModelFailure {
    Path target = folder.resolve(name).normalize();
    if (!target.startsWith(folder) || name.indexOf('\\') >= 0) {
      throw notAModel("it holds a file that would be written elsewhere");
    }
    return target;
  }

  private static ModelFailure notAModel(String why) {
    return new ModelFailure(ModelFailure.Reason.NOT_A_MODEL, why, ADVICE);
  }

  /** Counts what it writes: the sizes that a zip claims are not to be trusted. */
  private final class Copying {
    private final byte[] buffer = new byte[1 << 16];
    private final long most;
    private long bytes;
    private int files;

    Copying(long most) {
      this.most = most;
    }

    void copy(InputStream in, Path target) throws IOException, ModelFailure {
      if (++files > maxFiles) {
        throw notAModel("it holds more than " + maxFiles + " files");
      }
      Files.createDirectories(target.getParent());
      try (var out = Files.newOutputStream(target)) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          bytes += count;
          if (bytes > most) {
            throw notAModel("it would unpack to more than " + most + " bytes");
          }
          out.write(buffer, 0, count);
        }
      }
    }
  }
}
