/**
 * This room does durable work: one queue per key, started again after a crash, put aside when it
 * keeps failing. It never knows what the work is about.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.bot.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
