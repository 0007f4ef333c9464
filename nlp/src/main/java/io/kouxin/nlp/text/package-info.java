/**
 * This room turns words into an utterance: normalisation, numbers, amounts, names, time
 * expressions. It never knows the library.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.nlp.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
