package io.kouxin.integrations.wecom;

import java.util.List;
import java.util.Optional;

/**
 * What an AI bot may say, and where: kept where all nodes find it, because whoever is asked next
 * need not be who was told. Safe for many threads.
 */
public interface ReplyWindows {

  /** Keeps a window; one with the same id stays as it is. */
  void open(ReplyWindow window);

  /** The window with this id. */
  Optional<ReplyWindow> find(String id);

  /** The last windows of a chat that nobody has left, the newest first. */
  List<ReplyWindow> of(String chat);

  /**
   * Changes a window, unless somebody else did since it was read.
   *
   * @param next with the version that was read
   * @return false if nothing was changed
   */
  boolean change(ReplyWindow next);

  /** The person goes on through another door: nothing more is said in these windows. */
  void leave(String chat);
}
