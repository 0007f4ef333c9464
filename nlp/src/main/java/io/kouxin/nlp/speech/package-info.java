/**
 * This room turns recorded sound into words: decoder, recognisers, models. It never knows who spoke
 * or why.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.nlp.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
