package io.kouxin.bot.journal;

import java.util.Optional;

/** Something that has just happened, about to be written. The fields are those of the entry. */
public record Happening(
    String kind, Optional<String> person, Optional<String> customer, String subject, String data) {}
