package io.kouxin.bot.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The bytes of a pack, wherever they lie. Only the files that a pack is made of are taken; a longer
 * file is taken up to one byte over its limit, so that its length can be complained about without
 * reading it all.
 *
 * @param bytes by path inside the pack, with forward slashes
 */
public record PackFiles(SortedMap<String, byte[]> bytes) {
  static final int LARGEST_FILE = 1 << 20;
  static final int MOST_FILES = 1_000;
  private static final List<String> SINGLE = List.of("pack.yaml", "library.yaml", "examples.jsonl");

  /**
   * Reads a folder. Links are not followed.
   *
   * @throws IOException when the folder cannot be read
   */
  public static PackFiles ofFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    for (String name : SINGLE) {
      take(folder.resolve(name), name, bytes);
    }
    Path playbooks = folder.resolve("playbooks");
    if (Files.isDirectory(playbooks, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(playbooks)) {
        for (Path file : files.sorted().limit(MOST_FILES).toList()) {
          take(file, "playbooks/" + file.getFileName(), bytes);
        }
      }
    }
    return new PackFiles(bytes);
  }

  /**
   * Reads a pack that the jar carries.
   *
   * @throws IOException when the jar cannot be read, or has no such pack
   */
  public static PackFiles ofClassPath(String id) throws IOException {
    if (!LibraryItem.ID.matcher(id).matches()) {
      throw new IOException("no pack can be called " + id);
    }
    String root = "classpath*:templates/packs/" + id;
    var resolver = new PathMatchingResourcePatternResolver();
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    for (String name : SINGLE) {
      for (Resource file : resolver.getResources(root + "/" + name)) {
        bytes.put(name, head(file.getInputStream()));
      }
    }
    for (Resource file : resolver.getResources(root + "/playbooks/*.md")) {
      bytes.put("playbooks/" + file.getFilename(), head(file.getInputStream()));
    }
    if (bytes.isEmpty()) {
      throw new IOException("this jar carries no pack called " + id);
    }
    return new PackFiles(bytes);
  }

  static PackFiles of(Map<String, byte[]> bytes) {
    return new PackFiles(new TreeMap<>(bytes));
  }

  static PackFiles ofTexts(Map<String, String> texts) {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    texts.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
    return new PackFiles(bytes);
  }

  /** As text; only for files that were read without a problem. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    bytes.forEach((file, content) -> texts.put(file, new String(content, StandardCharsets.UTF_8)));
    return texts;
  }

  private static void take(Path file, String name, Map<String, byte[]> bytes) throws IOException {
    boolean wanted = SINGLE.contains(name) || name.endsWith(".md");
    if (wanted && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      bytes.put(name, head(Files.newInputStream(file)));
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    try (in) {
      return in.readNBytes(LARGEST_FILE + 1);
    }
  }
}
