/**
 * This room knows who is writing: team, leader, language, identities on each channel. It never
 * decides what a person may do.
 */
@ApplicationModule(allowedDependencies = {"integrations.channel", "bot.work", "bot.journal"})
@NullMarked
package io.kouxin.bot.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
