/**
 * This room is for browsers and API clients: the pages, the public HTTP API, its errors and its
 * description. It never decides what is said or when; it shows what the other rooms know.
 */
@ApplicationModule(
    allowedDependencies = {
      "integrations.channel",
      "integrations.sandbox",
      "nlp.text",
      "nlp.tagging",
      "bot.access",
      "bot.alert",
      "bot.customer",
      "bot.doctor",
      "bot.followup",
      "bot.hearing",
      "bot.inbox",
      "bot.learning",
      "bot.media",
      "bot.outbox",
      "bot.pack",
      "bot.people",
      "bot.reminder",
      "bot.wording",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
