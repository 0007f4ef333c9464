package io.kouxin.bot.alert;

import io.kouxin.bot.people.Belongings;
import io.kouxin.bot.work.Wakes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts of a person who turned out to be another, as a rep and as a leader. */
public record MovesAlerts(JdbcClient jdbc, Wakes wakes) implements Belongings {

  @Override
  public void move(String from, String to) {
    move("UPDATE alert SET rep = :to WHERE rep = :from", from, to);
    move("UPDATE alert SET leader = :to WHERE leader = :from", from, to);
    wakes.wake(Telling.NAME, to);
  }

  private void move(String sql, String from, String to) {
    jdbc.sql(sql).param("to", to).param("from", from).update();
  }
}
