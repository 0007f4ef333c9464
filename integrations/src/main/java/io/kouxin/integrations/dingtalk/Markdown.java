package io.kouxin.integrations.dingtalk;

import java.util.regex.Pattern;

/**
 * Words of people inside the part of Markdown that DingTalk shows
 * (KB:custom-robots-send-group-messages): nothing in them may become a heading, or a link that says
 * something in the reader's name.
 */
final class Markdown {
  private static final Pattern ANYWHERE = Pattern.compile("[\\\\`*_\\[\\]<~|]");
  private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#>+=-])");
  private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s*\\d+)([.)])");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private Markdown() {}

  /** The same words, shown as they are, with their line breaks. */
  static String of(String words) {
    String plain = UNSEEN.matcher(words.replace("\r\n", "\n").strip()).replaceAll("");
    String inner = ANYWHERE.matcher(plain).replaceAll("\\\\$0");
    String lines = LINE_START.matcher(inner).replaceAll("$1\\\\$2");
    return NUMBERED.matcher(lines).replaceAll("$1\\\\$2").replace("\n", "  \n");
  }

  /** The same on one line. */
  static String line(String words) {
    return of(words.replaceAll("\\s+", " "));
  }
}
