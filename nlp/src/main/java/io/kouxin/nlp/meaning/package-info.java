/**
 * This room turns a text into what its words mean here: a vector for each of its tokens. It never
 * knows a library, and whatever needs it can do without it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.nlp.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
