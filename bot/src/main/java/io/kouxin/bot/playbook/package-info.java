/**
 * This room offers the advice that fits what a customer said, on one card per follow-up. It never
 * writes advice: packs do.
 */
@ApplicationModule(
    allowedDependencies = {
      "nlp.tagging",
      "integrations.channel",
      "bot.work",
      "bot.journal",
      "bot.people",
      "bot.followup",
      "bot.pack",
      "bot.wording",
      "bot.outbox"
    })
@NullMarked
package io.kouxin.bot.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
