package io.kouxin.nlp.text;

import java.util.regex.Pattern;

/**
 * Words around a time: all three must be found. An empty pattern asks for nothing.
 *
 * @param before looked for in the clause in front of the time
 * @param said looked for in the words of the time itself
 * @param after looked for behind the time
 */
record Around(Pattern before, Pattern said, Pattern after) {
  /** What no time has around it. */
  static final Around NOTHING = behind("(?!)");

  static Around of(String before, String said, String after) {
    return new Around(Pattern.compile(before), Pattern.compile(said), Pattern.compile(after));
  }

  static Around before(String regex) {
    return of(regex, "", "");
  }

  static Around behind(String regex) {
    return of("", "", regex);
  }

  boolean matches(String front, String time, String back) {
    return before.matcher(front).find() && said.matcher(time).find() && after.matcher(back).find();
  }
}
