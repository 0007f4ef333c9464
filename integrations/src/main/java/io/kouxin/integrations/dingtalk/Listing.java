package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The organisation read once, from the departments that the administrator opened to us ({@code
 * auth/scopes}) down ({@code topapi/v2/department/listsub}, {@code topapi/v2/user/list}).
 */
final class Listing {
  private static final String ROOT = "1";
  private static final int PAGE = 100;
  private final DingTalkApi api;
  private final Stride stride;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private Optional<String> gap = Optional.empty();

  Listing(DingTalkApi api, Stride stride) {
    this.api = api;
    this.stride = stride;
  }

  /** Reads it all; what is hidden is a gap, anything else ends it. */
  void read() throws ChannelException {
    Deque<String> open = new ArrayDeque<>();
    for (String id : opened()) {
      names.put(id, "");
      open.add(id);
    }
    while (!open.isEmpty()) {
      for (Fields below : below(open.remove())) {
        String id = below.words("dept_id");
        if (!id.isBlank() && names.putIfAbsent(id, below.words("name")) == null) {
          open.add(id);
        }
      }
    }
    for (String id : names.keySet()) {
      people(id);
    }
  }

  Map<String, Member> members() {
    return members;
  }

  int departments() {
    return names.size();
  }

  Optional<String> gap() {
    return gap;
  }

  /** Where this cannot be asked, the organisation itself: an error there will say what is wrong. */
  private List<String> opened() throws ChannelException {
    Answer answer = stride.take(api::scopes);
    if (answer.is(Trouble.Kind.LATER)) {
      throw answer.exception();
    }
    return answer.well()
        ? answer.orThrow().object("auth_org_scopes").list("authed_dept")
        : List.of(ROOT);
  }

  private List<Fields> below(String id) throws ChannelException {
    var question = new JsonObject();
    question.addProperty("dept_id", id);
    return seen("/topapi/v2/department/listsub", question)
        .map(answer -> answer.objects("result"))
        .orElse(List.of());
  }

  private void people(String department) throws ChannelException {
    OptionalLong cursor = OptionalLong.of(0);
    while (cursor.isPresent()) {
      var question = new JsonObject();
      question.addProperty("dept_id", department);
      question.addProperty("cursor", cursor.getAsLong());
      question.addProperty("size", PAGE);
      Fields page =
          seen("/topapi/v2/user/list", question)
              .map(answer -> answer.object("result"))
              .orElse(Fields.NONE);
      page.objects("list").forEach(this::add);
      OptionalLong next = page.yes("has_more") ? page.number("next_cursor") : OptionalLong.empty();
      // A cursor that stands still would be read for ever.
      cursor = next.equals(cursor) ? OptionalLong.empty() : next;
    }
  }

  private void add(Fields user) {
    user.said("userid")
        .ifPresent(
            account ->
                members.putIfAbsent(
                    account,
                    new Member(account, user.words("name"), departmentNames(user), List.of())));
  }

  private List<String> departmentNames(Fields user) {
    List<String> found = new ArrayList<>();
    user.list("dept_id_list").stream()
        .flatMap(id -> Stream.ofNullable(names.get(id)))
        .filter(name -> !name.isBlank())
        .forEach(found::add);
    return found;
  }

  /** The answer, unless this part of the organisation is hidden from us, which is a gap. */
  private Optional<Fields> seen(String path, JsonObject question) throws ChannelException {
    Answer answer =
        stride.take(
            () -> {
              Answer said = api.contacts(path, question);
              if (said.is(Trouble.Kind.LATER)) {
                throw said.exception();
              }
              return said;
            });
    boolean hidden =
        answer.is(Trouble.Kind.PERSON) || answer.trouble().equals(Optional.of(Trouble.PERMISSION));
    if (hidden) {
      gap = gap.or(() -> Optional.of(String.valueOf(answer.exception().getMessage())));
      return Optional.empty();
    }
    return Optional.of(answer.orThrow());
  }
}
