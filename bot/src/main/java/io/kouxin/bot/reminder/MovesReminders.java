package io.kouxin.bot.reminder;

import io.kouxin.bot.people.Belongings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reminders of a person who turned out to be another; that one has routines already. */
public record MovesReminders(JdbcClient jdbc) implements Belongings {

  @Override
  public void move(String from, String to) {
    jdbc.sql("UPDATE reminder SET person = :to WHERE person = :from")
        .param("to", to)
        .param("from", from)
        .update();
    jdbc.sql("DELETE FROM routine WHERE person = :from").param("from", from).update();
  }
}
