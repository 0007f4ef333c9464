/**
 * This room is the jar's commands: what each takes, prints and exits with. It never picks an
 * implementation and never reads a setting: {@code wiring} hands it both.
 */
@ApplicationModule(
    allowedDependencies = {
      "nlp.speech",
      "nlp.text",
      "nlp.meaning",
      "nlp.tagging",
      "integrations.channel",
      "bot.doctor",
      "bot.pack"
    })
@NullMarked
package io.kouxin.bot.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
