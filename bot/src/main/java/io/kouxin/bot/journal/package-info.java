/**
 * This room keeps what happened, append-only, and tells the rooms that react to it. It never
 * changes an entry.
 */
@ApplicationModule(allowedDependencies = {"bot.work"})
@NullMarked
package io.kouxin.bot.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
