package io.kouxin.bot.pack;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of a pack become text, or a problem that says where they are none. */
final class Texts {
  private Texts() {}

  static Optional<String> read(String file, byte[] bytes, Problems problems) {
    if (bytes.length > PackFiles.LARGEST_FILE) {
      problems.add(
          PackProblem.ofFile(
              file, "is larger than 1 MB", "a file of a pack is short; split or shorten it"));
      return Optional.empty();
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true);
    String read = text.flip().toString();
    int bad = firstBinary(read);
    if (end.isError() || bad < read.length()) {
      problems.add(notText(file, read.substring(0, bad)));
      return Optional.empty();
    }
    return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
  }

  private static int firstBinary(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return i;
      }
    }
    return text.length();
  }

  private static PackProblem notText(String file, String before) {
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new PackProblem(
        file, line, column, "here is something that is no UTF-8 text", "save the file as UTF-8");
  }
}
