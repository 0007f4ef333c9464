/**
 * This room matches an utterance with the library, with evidence and a score. It never writes
 * anything down.
 */
@ApplicationModule(allowedDependencies = {"nlp.text", "nlp.meaning"})
@NullMarked
package io.kouxin.nlp.tagging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
