package io.kouxin.integrations.wecom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Windows in memory, for tests of this module; the service keeps them in its store. */
final class LocalReplyWindows implements ReplyWindows {
  private final Map<String, ReplyWindow> all = new LinkedHashMap<>();

  @Override
  public synchronized void open(ReplyWindow window) {
    all.putIfAbsent(window.id(), window);
  }

  @Override
  public synchronized Optional<ReplyWindow> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized List<ReplyWindow> of(String chat) {
    List<ReplyWindow> found = new ArrayList<>(all.values());
    found.removeIf(w -> !w.chat().equals(chat) || w.stage() == ReplyWindow.Stage.LEFT);
    return found.reversed();
  }

  @Override
  public synchronized boolean change(ReplyWindow next) {
    ReplyWindow now = all.get(next.id());
    if (now == null || now.version() != next.version()) {
      return false;
    }
    all.put(next.id(), next.with(next.stage(), next.version() + 1));
    return true;
  }

  @Override
  public synchronized void leave(String chat) {
    all.replaceAll(
        (id, window) ->
            window.chat().equals(chat)
                ? window.with(ReplyWindow.Stage.LEFT, window.version() + 1)
                : window);
  }
}
