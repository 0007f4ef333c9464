/**
 * This room keeps what arrived once and has it worked on in order. It never understands a word of
 * it.
 */
@ApplicationModule(
    allowedDependencies = {
      "integrations.channel",
      "bot.people",
      "bot.media",
      "bot.journal",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
