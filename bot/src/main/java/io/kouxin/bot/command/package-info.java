/** This room holds the commands of the jar. It never builds a part itself. */
@ApplicationModule(allowedDependencies = {"nlp.text", "nlp.tagging"})
@NullMarked
package io.kouxin.bot.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
