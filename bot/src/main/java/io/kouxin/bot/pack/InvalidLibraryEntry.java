package io.kouxin.bot.pack;

import java.util.List;

/** An entry that could never be matched; the message says what is wrong with it, for people. */
public final class InvalidLibraryEntry extends IllegalArgumentException {
  InvalidLibraryEntry(List<String> faults) {
    super(String.join("; ", faults));
  }
}
