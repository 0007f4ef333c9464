package io.kouxin.bot.followup;

/** A customer as the record names it: the id stays, the name is what it was called then. */
public record CustomerRef(String id, String name) {}
