package io.kouxin.bot.pack;

import java.util.List;

/** What came of installing a pack. */
public sealed interface Installation {

  /** It is in the store and in use. */
  record Installed(String id, String version) implements Installation {}

  /** Nothing was changed. */
  record Refused(List<PackProblem> problems) implements Installation {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
