package io.kouxin.bot.pack;

import java.time.Instant;

/**
 * One version of a pack in the store.
 *
 * @param active whether it is the one in use; one version of each pack is
 */
public record InstalledPack(String id, String version, boolean active, Instant installedAt) {}
