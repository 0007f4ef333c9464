/**
 * This room knows when people work and when they want quiet. It never knows what time it is now and
 * never sends anything.
 *
 * <p>It exists because reminder, alert and outbox ask the same question (may this be said now, and
 * if not, when?) and none of them may use another; kept in one of them, the other two would need a
 * copy.
 */
@ApplicationModule(allowedDependencies = {"nlp.text"})
@NullMarked
package io.kouxin.bot.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
