package io.kouxin.bot.command;

import java.nio.file.Path;

/** A file that a person wrote cannot be used; the message says where and why in one sentence. */
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  BadLineException(Path file, int line, String why) {
    super(line > 0 ? file + ":" + line + ": " + why : file + ": " + why);
  }
}
