/**
 * This room is the only one that knows which parts exist: settings and construction. It never
 * decides what happens.
 */
@ApplicationModule
@NullMarked
package io.kouxin.bot.wiring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
