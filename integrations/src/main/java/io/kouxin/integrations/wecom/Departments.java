package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The company's departments, as far as the application sees them ({@code department/list}, document
 * 90208), asked for at most every few minutes. Safe for many threads.
 */
final class Departments {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private final WeComApi api;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  Departments(WeComApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  private record Known(Map<Integer, Department> byId, Instant until) {}

  private record Department(String name, List<String> leaders, int parent) {}

  /** Names in the same order, without those that are hidden from us. */
  List<String> names(List<Integer> ids) throws ChannelException {
    Map<Integer, Department> all = all();
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(all.get(id)))
        .map(Department::name)
        .filter(name -> !name.isBlank())
        .toList();
  }

  /** Who leads a department and those above it, nearest first. */
  List<String> leaders(int id) throws ChannelException {
    Map<Integer, Department> all = all();
    List<String> leaders = new ArrayList<>();
    Set<Integer> climbed = new HashSet<>();
    int at = id;
    while (all.containsKey(at) && climbed.add(at)) {
      leaders.addAll(all.get(at).leaders());
      at = all.get(at).parent();
    }
    return leaders;
  }

  /**
   * Which departments we may see.
   *
   * @param gap why we may not see any, in words for the log
   */
  record Listing(Set<Integer> ids, Optional<String> gap) {}

  /** All of them, as they are now. */
  Listing list() throws ChannelException {
    Answer answer = ask();
    return new Listing(
        new TreeSet<>(known.byId().keySet()),
        hidden(answer)
            ? Optional.of(String.valueOf(answer.exception().getMessage()))
            : Optional.empty());
  }

  private Map<Integer, Department> all() throws ChannelException {
    if (!clock.instant().isBefore(known.until())) {
      ask();
    }
    return known.byId();
  }

  private Answer ask() throws ChannelException {
    Answer answer = api.get("/cgi-bin/department/list");
    Map<Integer, Department> byId = new HashMap<>();
    if (!hidden(answer)) {
      elements(answer.orThrow(), "department")
          .map(JsonElement::getAsJsonObject)
          .forEach(one -> byId.put(number(one, "id"), department(one)));
    }
    known = new Known(Map.copyOf(byId), clock.instant().plus(KEPT));
    return answer;
  }

  /** Names are a courtesy: an application that may not see departments still has members. */
  static boolean hidden(Answer answer) {
    return answer.code() == Trouble.API_PERMISSION.code()
        || answer.trouble().filter(kind -> kind == Trouble.Kind.PERSON).isPresent();
  }

  private static Department department(JsonObject json) {
    String name = json.has("name") ? json.get("name").getAsString() : "";
    List<String> leaders =
        elements(json, "department_leader").map(JsonElement::getAsString).toList();
    return new Department(name, leaders, number(json, "parentid"));
  }

  private static int number(JsonObject json, String field) {
    return json.has(field) ? json.get(field).getAsInt() : 0;
  }

  /** What is in an array; nothing if it is not there. */
  static Stream<JsonElement> elements(JsonObject json, String field) {
    JsonElement array = json.get(field);
    return array != null && array.isJsonArray()
        ? StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        : Stream.empty();
  }
}
