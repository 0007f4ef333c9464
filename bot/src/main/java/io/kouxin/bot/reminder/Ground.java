package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.Wakes;
import java.time.Clock;
import java.time.LocalTime;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the room stands on.
 *
 * @param calendar also says in which zone the days begin
 */
public record Ground(
    JdbcClient jdbc,
    TransactionOperations transactions,
    Clock clock,
    Wakes wakes,
    WorkCalendar calendar,
    FollowUps followUps,
    People people,
    Outbox outbox,
    Wording wording) {

  /**
   * How the room behaves.
   *
   * @param morningList when the list of the day comes, on working days
   * @param eveningSweep when what nobody looked at is listed, every day
   * @param lateness told by how many milliseconds each reminder came late
   * @param awaited told when somebody wants to say another time
   */
  public record Settings(
      LocalTime morningList, LocalTime eveningSweep, LongConsumer lateness, AwaitedTime awaited) {}
}
