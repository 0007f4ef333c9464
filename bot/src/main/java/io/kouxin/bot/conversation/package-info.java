/**
 * This room is the story of one message, start to end. It never keeps anything itself but what the
 * chat is about right now.
 */
@ApplicationModule(
    allowedDependencies = {
      "integrations.channel",
      "nlp.speech",
      "nlp.text",
      "nlp.tagging",
      "bot.hearing",
      "bot.inbox",
      "bot.people",
      "bot.customer",
      "bot.followup",
      "bot.outbox",
      "bot.wording",
      "bot.journal",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
