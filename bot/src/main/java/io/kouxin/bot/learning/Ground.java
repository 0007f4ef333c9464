package io.kouxin.bot.learning;

import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.pack.Packs;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What learning stands on. */
public record Ground(
    JdbcClient jdbc,
    TransactionOperations transactions,
    Clock clock,
    Journal journal,
    FollowUps followUps,
    Customers customers,
    Packs packs) {}
