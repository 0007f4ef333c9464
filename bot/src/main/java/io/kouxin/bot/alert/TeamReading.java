package io.kouxin.bot.alert;

import io.kouxin.bot.people.TeamGroups;
import java.util.function.BooleanSupplier;

/**
 * What teams read together.
 *
 * @param groups of the teams
 * @param seesAlerts whether the packs let a team see what its leader is alerted to
 */
public record TeamReading(TeamGroups groups, BooleanSupplier seesAlerts) {}
