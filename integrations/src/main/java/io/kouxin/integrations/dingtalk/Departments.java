package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Departments one by one ({@code topapi/v2/department/get}), each asked for at most every few
 * minutes. Safe for many threads.
 */
final class Departments {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int REMEMBERED = 1_000;

  /** The organisation itself, which has no parent. */
  private static final String ROOT = "1";

  private static final int DEEPEST = 20;
  private final DingTalkApi api;
  private final Clock clock;
  private final Map<String, Department> known = new Recent<>(REMEMBERED);

  Departments(DingTalkApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  private record Department(String name, List<String> leaders, String parent, Instant until) {}

  /** Names in the same order, without those that are hidden from us. */
  List<String> names(List<String> ids) throws ChannelException {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      String name = department(id).name();
      if (!name.isBlank()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Who leads a department and those above it, nearest first. */
  List<String> leaders(String id) throws ChannelException {
    List<String> leaders = new ArrayList<>();
    Set<String> climbed = new LinkedHashSet<>();
    String at = id;
    while (!at.isBlank() && climbed.size() < DEEPEST && climbed.add(at)) {
      Department department = department(at);
      leaders.addAll(department.leaders());
      at = at.equals(ROOT) ? "" : department.parent();
    }
    return leaders;
  }

  private Department department(String id) throws ChannelException {
    Instant now = clock.instant();
    synchronized (known) {
      Department before = known.get(id);
      if (before != null && now.isBefore(before.until())) {
        return before;
      }
    }
    Department fresh = asked(id, now.plus(KEPT));
    synchronized (known) {
      known.put(id, fresh);
    }
    return fresh;
  }

  /** Names are a courtesy: where departments are hidden from us there still are members. */
  private Department asked(String id, Instant until) throws ChannelException {
    var question = new JsonObject();
    question.addProperty("dept_id", id);
    Answer answer = api.contacts("/topapi/v2/department/get", question);
    boolean hidden =
        answer.is(Trouble.Kind.PERSON)
            || answer.trouble().filter(trouble -> trouble == Trouble.PERMISSION).isPresent();
    if (hidden) {
      return new Department("", List.of(), "", until);
    }
    Fields result = answer.orThrow().object("result");
    return new Department(
        result.words("name"),
        result.list("dept_manager_userid_list"),
        result.words("parent_id"),
        until);
  }
}
