package io.kouxin.bot.wiring;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** Whether somebody watches. */
final class Terminal {
  private static final int STANDARD_ERROR = 2;

  private Terminal() {}

  /**
   * Whether standard error is a terminal, by {@code isatty(3)}: {@link java.io.Console} answers for
   * standard input and output only, and results are often piped away while progress is watched.
   */
  static boolean onStandardError() {
    Linker linker = Linker.nativeLinker();
    var found =
        linker.defaultLookup().find("isatty").or(() -> linker.defaultLookup().find("_isatty"));
    if (found.isEmpty()) {
      return false;
    }
    var type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    try {
      return (int) linker.downcallHandle(found.get(), type).invokeExact(STANDARD_ERROR) == 1;
    } catch (Throwable e) { // a method handle declares every exception; this one has none
      return false;
    }
  }
}
