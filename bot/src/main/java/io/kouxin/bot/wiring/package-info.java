/**
 * This room knows which parts exist: it reads settings and constructs. It never decides what the
 * bot does.
 */
@ApplicationModule
@NullMarked
package io.kouxin.bot.wiring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
