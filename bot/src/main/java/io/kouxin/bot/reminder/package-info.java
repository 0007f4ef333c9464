/**
 * This room brings a promise up again when it is due, and says once in the morning and once in the
 * evening what the day needs. It never decides when something is due.
 */
@ApplicationModule(
    allowedDependencies = {
      "integrations.channel",
      "bot.work",
      "bot.journal",
      "bot.calendar",
      "bot.people",
      "bot.followup",
      "bot.wording",
      "bot.outbox"
    })
@NullMarked
package io.kouxin.bot.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
