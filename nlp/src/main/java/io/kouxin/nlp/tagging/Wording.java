package io.kouxin.nlp.tagging;

/**
 * A phrase of an entry, or one that entries borrow.
 *
 * @param owner id of the entry or topic that says it
 */
record Wording(String owner, Phrase phrase) {}
