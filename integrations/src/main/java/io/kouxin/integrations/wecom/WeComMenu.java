package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Menu;
import io.kouxin.integrations.channel.Menu.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The menu of a self-built application ({@code menu/create}, document 90231). */
public final class WeComMenu implements Menu.Board {
  private static final int TOP = 3;
  private static final int BELOW = 5;
  private static final int TOP_BYTES = 16;
  private static final int BELOW_BYTES = 40;
  private static final int KEY_BYTES = 128;
  private static final int PAGE_BYTES = 1024;
  private final WeComApi api;

  /** Through this API. */
  public WeComMenu(WeComApi api) {
    this.api = api;
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public List<String> faults(Menu menu) {
    List<String> faults = new ArrayList<>();
    count("The menu", menu.entries().size(), TOP, faults);
    for (Entry entry : menu.entries()) {
      look(entry, TOP_BYTES, faults);
      if (entry instanceof Menu.Holds holds) {
        count("\"" + holds.label() + "\"", holds.below().size(), BELOW, faults);
        holds.below().forEach(each -> below(each, faults));
      }
    }
    twins(menu.entries(), faults);
    return faults;
  }

  private static void count(String what, int entries, int most, List<String> faults) {
    if (entries < 1 || entries > most) {
      faults.add("%s has %d entries; WeCom takes 1 to %d.".formatted(what, entries, most));
    }
  }

  private static void below(Entry entry, List<String> faults) {
    look(entry, BELOW_BYTES, faults);
    if (entry instanceof Menu.Holds) {
      faults.add("\"" + entry.label() + "\" has more below it; WeCom shows two levels.");
    }
  }

  private static void look(Entry entry, int most, List<String> faults) {
    length("The label \"" + entry.label() + "\"", entry.label(), most, faults);
    switch (entry) {
      case Menu.Says says ->
          length("What \"" + says.label() + "\" says", says.words(), KEY_BYTES, faults);
      case Menu.Opens opens -> {
        String page = opens.page().toString();
        length("The page of \"" + opens.label() + "\"", page, PAGE_BYTES, faults);
        if (!page.startsWith("https://") && !page.startsWith("http://")) {
          faults.add("The page of \"" + opens.label() + "\" begins with https:// or http://.");
        }
      }
      case Menu.Holds holds -> {}
    }
  }

  private static void length(String what, String words, int most, List<String> faults) {
    int bytes = words.getBytes(UTF_8).length;
    if (words.isBlank() || bytes > most) {
      faults.add(
          "%s has %d bytes; WeCom takes 1 to %d, a Chinese character is 3."
              .formatted(what, words.isBlank() ? 0 : bytes, most));
    }
  }

  private static void twins(List<Entry> entries, List<String> faults) {
    Set<String> seen = new HashSet<>();
    entries.stream()
        .filter(entry -> !seen.add(entry.label()))
        .forEach(entry -> faults.add("Two entries read \"" + entry.label() + "\"."));
  }

  @Override
  public void show(Menu menu) throws ChannelException {
    List<String> faults = faults(menu);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
    var body = new JsonObject();
    body.add("button", entries(menu.entries()));
    api.post("/cgi-bin/menu/create?agentid=" + api.agentId(), body).orThrow();
  }

  private static JsonArray entries(List<Entry> entries) {
    var array = new JsonArray();
    entries.forEach(entry -> array.add(json(entry)));
    return array;
  }

  private static JsonObject json(Entry entry) {
    var json = new JsonObject();
    json.addProperty("name", Sayable.of(entry.label()));
    switch (entry) {
      case Menu.Says says -> {
        json.addProperty("type", "click");
        json.addProperty("key", Sayable.of(says.words()));
      }
      case Menu.Opens opens -> {
        json.addProperty("type", "view");
        json.addProperty("url", opens.page().toString());
      }
      case Menu.Holds holds -> json.add("sub_button", entries(holds.below()));
    }
    return json;
  }
}
