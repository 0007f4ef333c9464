package io.kouxin.bot.wiring;

import io.kouxin.integrations.channel.Menu;
import io.kouxin.integrations.channel.Menu.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A menu in a file of YAML or JSON, read each time it is asked for, so that it can be mended. */
final class MenuFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String BUNDLED = "/templates/menus/wecom.yaml";
  private final String file;
  private final Optional<URI> home;

  /**
   * In this file.
   *
   * @param file a path; empty for the menu that the jar carries
   * @param home where our own pages are for people
   */
  MenuFile(String file, Optional<URI> home) {
    this.file = file.strip();
    this.home = home;
  }

  /**
   * The menu as the file says now.
   *
   * @throws IllegalArgumentException naming what is wrong with it, for people
   */
  Menu read() {
    try (InputStream in = open()) {
      return new Menu(entries(YAML.readTree(in).path("entries")));
    } catch (IOException | JacksonException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private InputStream open() throws IOException {
    if (!file.isEmpty()) {
      return Files.newInputStream(Path.of(file));
    }
    InputStream bundled = MenuFile.class.getResourceAsStream(BUNDLED);
    if (bundled == null) {
      throw new IOException(BUNDLED + " is not in this jar");
    }
    return bundled;
  }

  private List<Entry> entries(JsonNode nodes) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode node : nodes) {
      entries.add(entry(node));
    }
    return entries;
  }

  private Entry entry(JsonNode node) {
    String label = node.path("label").asString("").strip();
    long ways = node.propertyNames().stream().filter(n -> !n.equals("label")).count();
    if (ways == 1 && node.has("says")) {
      return new Menu.Says(label, node.path("says").asString("").strip());
    }
    if (ways == 1 && node.has("opens")) {
      return new Menu.Opens(label, page(label, node.path("opens").asString("").strip()));
    }
    if (ways == 1 && node.path("below").isArray()) {
      return new Menu.Holds(label, entries(node.path("below")));
    }
    throw wrong("\"" + label + "\" needs one of says, opens and below, and nothing else");
  }

  private URI page(String label, String address) {
    try {
      URI page = URI.create(address);
      if (page.isAbsolute()) {
        return page;
      }
      return home.map(base -> base.resolve(page))
          .orElseThrow(
              () ->
                  wrong(
                      "\"%s\" opens a page of Kouxin, and nobody said where that is: set"
                              .formatted(label)
                          + " KOUXIN_WECOM_CALLBACKURL, or take the entry out"));
    } catch (IllegalArgumentException e) {
      throw e.getMessage() != null && e.getMessage().startsWith("The menu")
          ? e
          : wrong("\"" + label + "\" opens no address: " + address);
    }
  }

  private IllegalArgumentException wrong(String what) {
    String where = file.isEmpty() ? "The menu of this jar" : "The menu " + file;
    return new IllegalArgumentException(where + " cannot be read: " + what + ".");
  }
}
