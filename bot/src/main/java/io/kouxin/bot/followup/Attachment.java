package io.kouxin.bot.followup;

/**
 * Something that belongs to a follow-up besides words.
 *
 * @param kind picture, place or file
 * @param media the id of its bytes, empty for a place
 * @param label what people call it, may be empty
 */
public record Attachment(String kind, String media, String label) {}
