package io.kouxin.bot.wording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes a sentence apart at its marks, and puts together what is left of it. */
final class Clauses {
  private static final String WIDE_MARKS = "，；。｜！？\n";
  private static final String NARROW_MARKS = ",;.!?";
  private static final String OPENING = "“‘（(「『【〔[《{";
  private static final String CLOSING = "”’）)」』】〕]》}";

  private Clauses() {}

  static List<Clause> of(String text) {
    List<Clause> clauses = new ArrayList<>();
    int start = 0;
    for (int mark : marks(text)) {
      if (mark < start) {
        continue;
      }
      int end = behindMark(text, mark);
      clauses.add(new Clause(text.substring(start, mark), text.substring(mark, end)));
      start = end;
    }
    if (start < text.length()) {
      clauses.add(new Clause(text.substring(start), ""));
    }
    return List.copyOf(clauses);
  }

  /** The clauses that keep their variables; the last of a sentence takes over its final mark. */
  static String join(List<Clause> clauses, Values values) {
    var text = new StringBuilder();
    List<Clause> kept = new ArrayList<>();
    boolean headless = false;
    for (Clause clause : clauses) {
      var left = clause.with(values);
      headless |= left.isEmpty() && kept.isEmpty();
      left.ifPresent(kept::add);
      if (clause.endsSentence()) {
        append(text, kept, clause, headless);
        kept.clear();
        headless = false;
      }
    }
    // What ends in a mark that is no sentence's end is a sentence all the same.
    append(text, kept, clauses.isEmpty() ? new Clause("", "") : clauses.getLast(), headless);
    return text.toString().strip();
  }

  private static void append(StringBuilder text, List<Clause> kept, Clause last, boolean headless) {
    if (kept.isEmpty()) {
      return;
    }
    kept.set(kept.size() - 1, kept.getLast().endingLike(last));
    int start = text.length();
    kept.forEach(clause -> text.append(clause.text()).append(clause.mark()));
    if (headless) {
      text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
    }
  }

  private static List<Integer> marks(String text) {
    List<Integer> marks = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        open.push(OPENING.indexOf(c));
      } else if (!open.isEmpty() && CLOSING.indexOf(c) == open.peek()) {
        open.pop();
      } else if (open.isEmpty() && isMark(text, i)) {
        marks.add(i);
      }
    }
    return marks;
  }

  private static boolean isMark(String text, int i) {
    char c = text.charAt(i);
    if (WIDE_MARKS.indexOf(c) >= 0) {
      return true;
    }
    boolean endOfWord = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
    boolean bar = c == '|' && i > 0 && text.charAt(i - 1) == ' ';
    return bar || (NARROW_MARKS.indexOf(c) >= 0 && endOfWord);
  }

  private static int behindMark(String text, int mark) {
    int end = mark + 1;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
