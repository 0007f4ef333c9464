package io.kouxin.nlp.tagging;

import java.util.Set;

/**
 * A phrase of an entry, or one that entries borrow.
 *
 * @param owner id of the entry or topic that says it
 * @param entries ids of the entries it speaks for: it learns nothing from memos about them
 */
record Wording(String owner, Set<String> entries, Phrase phrase) {}
