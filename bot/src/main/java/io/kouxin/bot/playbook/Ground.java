package io.kouxin.bot.playbook;

import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Playbook;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the room stands on.
 *
 * @param library the entry with this id as it is now
 * @param playbooks all advice there is now
 */
public record Ground(
    FollowUps followUps,
    People people,
    Outbox outbox,
    Wording wording,
    Moments moments,
    Clock clock,
    Function<String, Optional<LibraryItem>> library,
    Supplier<List<Playbook>> playbooks) {}
