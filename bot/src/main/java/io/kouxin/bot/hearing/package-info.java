/**
 * This room has voice notes listened to, one after another, and keeps those whose language cannot
 * be heard yet. It puts names right by their sound and never understands what was said.
 */
@ApplicationModule(
    allowedDependencies = {
      "nlp.speech",
      "nlp.text",
      "integrations.channel",
      "bot.inbox",
      "bot.media",
      "bot.people",
      "bot.outbox",
      "bot.wording",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.hearing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
