package io.kouxin.bot.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param id sorts by time
 * @param kind what happened, such as {@code follow-up.opened}
 * @param person who did it
 * @param customer whom it is about
 * @param subject the id of the thing it happened to
 * @param data the details as JSON, in the shape of the room that wrote it
 */
public record JournalEntry(
    String id,
    String kind,
    Instant at,
    Optional<String> person,
    Optional<String> customer,
    String subject,
    String data) {}
