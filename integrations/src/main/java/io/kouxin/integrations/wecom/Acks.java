package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Answers that are on their way over a connection: they name nothing but the question's id. */
final class Acks {
  private final Map<String, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();

  /**
   * What WeCom will answer to this id.
   *
   * @throws IllegalStateException if one with this id is under way: WeCom could not tell them apart
   */
  CompletableFuture<Answer> expect(String id) {
    var answer = new CompletableFuture<Answer>();
    if (open.putIfAbsent(id, answer) != null) {
      throw new IllegalStateException("still waiting for an answer to " + id);
    }
    return answer;
  }

  /** Nobody waits for it any more. */
  void forget(String id) {
    open.remove(id);
  }

  /** An answer came; one that nobody waits for any more is nobody's. */
  void came(String id, Told told) {
    CompletableFuture<Answer> waiting = open.remove(id);
    if (waiting != null) {
      waiting.complete(answer(told));
    }
  }

  /** None will come. */
  void end() {
    open.values().forEach(waiting -> waiting.cancel(false));
    open.clear();
  }

  /** WeCom's code and words in an object; one without a code is no answer of WeCom's. */
  static Answer answer(Told told) {
    boolean coded = told.text("errcode").matches("-?[0-9]{1,9}");
    int code = coded ? Integer.parseInt(told.text("errcode")) : Transport.NO_ANSWER;
    return new Answer(
        code, told.text("errmsg"), code == 0 ? told.object("body").json() : new JsonObject());
  }
}
