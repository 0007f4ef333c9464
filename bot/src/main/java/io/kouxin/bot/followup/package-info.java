/**
 * This room keeps what was said, promised and found out: the record and its revisions. It never
 * talks to anyone.
 */
@ApplicationModule(
    allowedDependencies = {
      "nlp.text",
      "nlp.tagging",
      "nlp.speech",
      "bot.people",
      "bot.customer",
      "bot.media",
      "bot.journal",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
