package io.kouxin.bot.pack;

/**
 * Something wrong with an entry as it was written.
 *
 * @param field as {@code library.yaml} calls it
 * @param value the text that will not do; empty where the whole field is meant
 * @param other the id of the entry that stands against it; empty where none does
 */
public record Flaw(Kind kind, String field, String value, String other) {

  /** The kinds, each with its words and what to do; 1 is the value, 2 the other entry. */
  public enum Kind {
    ID("the id must be lower case letters and digits with dashes", "write it like price-too-high"),
    LABEL_EMPTY("the label must not be empty", "write what a card shall show"),
    LABEL_WIDE("the label \"%1$s\" is too long", "use at most 20 Chinese or 40 Latin characters"),
    UNSEEN("there are characters in it that nobody can see", "type it again by hand"),
    GROUP("\"%1$s\" is no name for a group", "use lower case letters and digits with dashes"),
    NOTE_LONG(
        "the note is too long", "use at most 400 characters for the description, 40 for the owner"),
    NO_PHRASES("there must be at least one phrase", "add the ways in which people say it"),
    TEXT_EMPTY("there is an empty line", "write something, or take it out"),
    TEXT_SHORT("\"%1$s\" has only one character and would be found everywhere", "write more"),
    TEXT_LONG("\"%1$s\" is longer than 200 characters", "say one thing in one breath"),
    TEXT_TWICE("\"%1$s\" stands here twice", "keep one of them"),
    TOO_MANY("there are too many of them", "keep the ones that differ most"),
    DENIES_ITSELF("\"%1$s\" is a phrase of this entry, too", "keep it in one of the two"),
    PARENT_SELF("an entry cannot be its own parent", "name another entry, or take it out"),
    PARENT_UNKNOWN("there is no entry \"%1$s\"", "name another parent, or take it out"),
    PARENT_CIRCLE("the parents go round in a circle: %1$s", "take one of the parents out"),
    PARENT_LANGUAGE("\"%1$s\" speaks another language", "name a parent of the same language"),
    PARENT_ID_LONG(
        "this id and \"%1$s\" together are longer than a button can carry",
        "shorten the ids to 86 characters together"),
    ALIAS_SHARED("\"%1$s\" is an alias of \"%2$s\" already", "let only one of them have it"),
    ALIAS_IS_PHRASE("\"%1$s\" is a phrase of \"%2$s\"", "take one of the two out"),
    PLAYBOOK_UNKNOWN("there is no playbook \"%1$s\"", "name another, or take it out"),
    ASK_QUESTION("the question must have 1 to 60 characters", "ask it shortly"),
    ASK_CHOICES("a question has 2 to 5 choices, each with words", "add some or take some out"),
    CHOICE_UNKNOWN("there is no entry \"%1$s\" to choose", "name another, or take it out");

    private final String what;
    private final String remedy;

    Kind(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }

    Flaw in(String field) {
      return new Flaw(this, field, "", "");
    }

    Flaw in(String field, String value) {
      return new Flaw(this, field, value, "");
    }
  }

  /** What is wrong, in words; a long text is cut. */
  public String what() {
    return kind.what.formatted(shortened(value), other);
  }

  /** What to do about it. */
  public String remedy() {
    return kind.remedy;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 60
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 59)) + "…";
  }
}
