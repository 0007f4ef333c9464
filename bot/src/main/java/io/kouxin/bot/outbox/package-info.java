/**
 * This room lets what we say leave once, in order, and brings taps to the room that sent the card.
 * It never decides what to say.
 */
@ApplicationModule(
    allowedDependencies = {
      "integrations.channel",
      "bot.people",
      "bot.wording",
      "bot.journal",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
