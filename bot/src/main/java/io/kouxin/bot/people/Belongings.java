package io.kouxin.bot.people;

/** What a room keeps under a person's id. */
public interface Belongings {

  /** Makes it all another person's, in the caller's transaction. */
  void move(String from, String to);
}
