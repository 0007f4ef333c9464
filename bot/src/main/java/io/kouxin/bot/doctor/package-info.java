/**
 * This room finds out what keeps Kouxin from working and says what to do about it. It never mends
 * anything by itself.
 */
@ApplicationModule(
    allowedDependencies = {
      "integrations.channel",
      "bot.hearing",
      "bot.outbox",
      "bot.people",
      "bot.wording",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
