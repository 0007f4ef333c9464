package io.kouxin.bot.pack;

/**
 * Something wrong in a pack.
 *
 * @param file inside the pack, with forward slashes
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 like {@code line}
 * @param what is wrong
 * @param remedy what to do about it
 */
public record PackProblem(String file, int line, int column, String what, String remedy) {

  static PackProblem ofFile(String file, String what, String remedy) {
    return new PackProblem(file, 0, 0, what, remedy);
  }

  /** The same for somebody who may leave it as it is. */
  public String asWarning() {
    return place() + ": warning: " + what + "; " + remedy;
  }

  /** As compilers write it: {@code library.yaml:12:5: what is wrong; what to do}. */
  @Override
  public String toString() {
    return place() + ": " + what + "; " + remedy;
  }

  /** {@code library.yaml:12:5}, or the file alone where all of it is meant. */
  String place() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
