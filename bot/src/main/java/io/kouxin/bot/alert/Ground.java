package io.kouxin.bot.alert;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.PushBudget;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.Wakes;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the room stands on.
 *
 * @param library the entry with this id as it is now
 * @param budget how many messages a leader gets in a day
 * @param team what teams read together
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
    Wording wording,
    Function<String, Optional<LibraryItem>> library,
    PushBudget budget,
    TeamReading team) {}
