/**
 * This room keeps what was said, promised and found out: the record and its revisions. It never
 * talks to anyone.
 */
@ApplicationModule(allowedDependencies = {"bot.people", "bot.journal"})
@NullMarked
package io.kouxin.bot.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
