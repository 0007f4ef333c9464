/**
 * This room lets several nodes of one company work together: what they share in Redis, and who of
 * them is there. It never keeps anything that must not be lost.
 */
@ApplicationModule(allowedDependencies = "integrations.channel")
@NullMarked
package io.kouxin.bot.coordination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
