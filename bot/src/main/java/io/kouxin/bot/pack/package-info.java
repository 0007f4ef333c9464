/**
 * This room reads packs, keeps their versions in the store and hands each room its part. It never
 * decides which advice fits, and never reads the class path again once a pack is installed.
 */
@ApplicationModule(
    allowedDependencies = {"nlp.tagging", "integrations.channel", "bot.calendar", "bot.wording"})
@NullMarked
package io.kouxin.bot.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
