package io.kouxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.modulith.ApplicationModule;

/** The README is a promise: its map and its settings are those of the code. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("kouxin.root", ".."));
  private static final Pattern ROOM =
      Pattern.compile("(?m)^\\| `((?:nlp|integrations|bot)\\.[a-z.]+)` \\|[^|]*\\| ([^|]*) \\|$");

  @Test
  void the_map_shows_every_room_and_what_it_may_use() throws Exception {
    Map<String, String> shown = new TreeMap<>();
    var rows = ROOM.matcher(readme());
    while (rows.find()) {
      shown.put(rows.group(1), rows.group(2).strip());
    }
    assertThat(shown).isEqualTo(built());
  }

  @Test
  void every_setting_is_documented_with_its_environment_name() throws Exception {
    String readme = readme();
    List<String> missing =
        settings().stream()
            .filter(key -> !readme.contains("`" + key + "`") || !readme.contains(environment(key)))
            .toList();
    assertThat(missing).as("settings that README does not name").isEmpty();
  }

  @Test
  void no_setting_is_documented_that_nobody_reads() throws Exception {
    var named = Pattern.compile("`(kouxin\\.[a-z.-]+)`").matcher(readme());
    TreeSet<String> unread = new TreeSet<>();
    while (named.find()) {
      unread.add(named.group(1));
    }
    settings().forEach(unread::remove);
    unread.remove("kouxin.jar");
    assertThat(unread).isEmpty();
  }

  @Test
  void every_environment_name_in_it_is_read_by_somebody() throws Exception {
    var named = Pattern.compile("\\bKOUXIN_[A-Z_]+\\b").matcher(readme());
    TreeSet<String> unread = new TreeSet<>();
    while (named.find()) {
      unread.add(named.group());
    }
    settings().stream().map(ReadmeTest::environment).forEach(unread::remove);
    unread.remove("KOUXIN_TEST_ALL");
    assertThat(unread).isEmpty();
  }

  @Test
  void what_its_commands_name_is_there() throws Exception {
    String readme = readme();
    var files = Pattern.compile("@(\\S+\\.amr)").matcher(readme);
    assertThat(files.find()).isTrue();
    assertThat(ROOT.resolve(files.group(1))).isNotEmptyFile();
    assertThat(readme).contains("exec:exec@wecom-emulator");
    assertThat(Files.readString(ROOT.resolve("integrations/pom.xml")))
        .contains("<id>wecom-emulator</id>");
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static Map<String, String> built() throws Exception {
    Map<String, String> rooms = new TreeMap<>();
    for (Class<?> type : classes("package-info")) {
      ApplicationModule room = type.getAnnotation(ApplicationModule.class);
      if (room != null) {
        String name = type.getPackageName().substring("io.kouxin.".length());
        rooms.put(name, uses(room));
      }
    }
    return rooms;
  }

  private static String uses(ApplicationModule room) {
    List<String> targets =
        List.of(room.allowedDependencies()).stream()
            .map(target -> target.substring(target.indexOf('.') + 1))
            .sorted()
            .toList();
    if (room.allowedDependencies().length == 1
        && room.allowedDependencies()[0].equals(ApplicationModule.OPEN_TOKEN)) {
      return "anything";
    }
    return targets.isEmpty() ? "–" : String.join(", ", targets);
  }

  private static List<String> settings() throws Exception {
    List<String> keys = new ArrayList<>();
    for (Class<?> type : classes("*Settings")) {
      ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
      if (properties != null) {
        keys(properties.value(), type, keys);
      }
    }
    assertThat(keys).as("settings found").hasSizeGreaterThan(10);
    return keys;
  }

  private static void keys(String prefix, Class<?> type, List<String> keys) {
    for (RecordComponent part : type.getRecordComponents()) {
      String dashed =
          part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      String key = prefix + "." + dashed;
      if (part.getType().isRecord() && part.getType().getName().startsWith("io.kouxin")) {
        keys(key, part.getType(), keys);
      } else {
        keys.add(key);
      }
    }
  }

  private static String environment(String key) {
    return key.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
  }

  private static List<Class<?>> classes(String name) throws Exception {
    var readers = new CachingMetadataReaderFactory();
    List<Class<?>> found = new ArrayList<>();
    for (var resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:io/kouxin/**/" + name + ".class")) {
      String type = readers.getMetadataReader(resource).getClassMetadata().getClassName();
      found.add(Class.forName(type, false, ReadmeTest.class.getClassLoader()));
    }
    return found;
  }
}
