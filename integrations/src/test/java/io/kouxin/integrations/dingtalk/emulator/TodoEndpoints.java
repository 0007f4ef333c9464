package io.kouxin.integrations.dingtalk.emulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** To-dos of people, by their unionIds (KB:add-dingtalk-to-do-task). */
final class TodoEndpoints {
  private static final int LONGEST_SUBJECT = 1024;
  private final Company company;
  private final Map<String, Todo> todos = new ConcurrentHashMap<>();

  TodoEndpoints(Company company) {
    this.company = company;
  }

  Answer create(ApiCall call) {
    Fields request = call.json();
    checkOwner(call);
    String subject = request.text("subject");
    if (subject.isEmpty()
        || subject.getBytes(StandardCharsets.UTF_8).length > LONGEST_SUBJECT
        || !request.has("detailUrl")) {
      throw Refused.bad("param.error", "参数不合法");
    }
    for (String executor : request.texts("executorIds")) {
      person(executor);
    }
    String source = request.text("sourceId");
    // The sourceId is the key of the caller's own system: the same one is the same to-do.
    Todo todo =
        todos.values().stream()
            .filter(each -> !source.isEmpty() && each.source().equals(source))
            .findFirst()
            .orElseGet(() -> fresh(source, subject, request.texts("executorIds")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", todo.id());
    answer.put("subject", todo.subject());
    answer.put("sourceId", todo.source());
    answer.put("executorIds", todo.executors());
    answer.put("done", !todo.done().isEmpty());
    answer.put("requestId", EmulatorConfig.letters(12));
    return Answer.ok(answer);
  }

  private Todo fresh(String source, String subject, List<String> executors) {
    Todo todo = new Todo(company.nextId("t"), source, subject, executors, List.of());
    todos.put(todo.id(), todo);
    return todo;
  }

  Answer status(ApiCall call) {
    checkOwner(call);
    String id = call.segment(5);
    Todo todo = todos.get(id);
    if (todo == null) {
      throw Refused.bad("param.taskId.invalid", "待办不存在");
    }
    List<String> done =
        call.json().objects("executorStatusList").stream()
            .filter(each -> each.text("isDone").equals("true"))
            .map(each -> each.text("id"))
            .toList();
    todos.put(id, todo.doneBy(done));
    return Answer.ok(Map.of("result", true));
  }

  private void checkOwner(ApiCall call) {
    person(call.segment(3));
  }

  private void person(String unionId) {
    company
        .people()
        .byUnionId(unionId)
        .orElseThrow(() -> Refused.bad("param.unionId.invalid", "用户不存在"));
  }

  List<Todo> all() {
    return List.copyOf(todos.values());
  }
}
