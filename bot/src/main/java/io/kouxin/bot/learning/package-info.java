/**
 * This room learns from what people do about tags: what they tick and take away becomes examples,
 * which count once a leader has accepted them. It never changes a follow-up, and nothing it learns
 * is matched before somebody said so.
 */
@ApplicationModule(
    allowedDependencies = {
      "nlp.tagging",
      "bot.customer",
      "bot.followup",
      "bot.journal",
      "bot.pack",
      "bot.work"
    })
@NullMarked
package io.kouxin.bot.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
