/**
 * This room lets a leader hear of what cannot wait, once, at a decent hour, and tells the rep at
 * the same moment. It never decides what is serious: the library does.
 */
@ApplicationModule(
    allowedDependencies = {
      "nlp.tagging",
      "integrations.channel",
      "bot.work",
      "bot.journal",
      "bot.calendar",
      "bot.people",
      "bot.followup",
      "bot.pack",
      "bot.wording",
      "bot.outbox"
    })
@NullMarked
package io.kouxin.bot.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
