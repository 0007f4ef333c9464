package io.kouxin.bot.pack;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** An entry that could never be matched; the message says what is wrong with it, for people. */
public final class InvalidLibraryEntry extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<Flaw> flaws;

  InvalidLibraryEntry(List<Flaw> flaws) {
    super(flaws.stream().map(it -> it.what() + "; " + it.remedy()).collect(joining(". ")));
    this.flaws = List.copyOf(flaws);
  }

  /** All that is wrong with it, one by one. */
  public List<Flaw> flaws() {
    return flaws;
  }
}
