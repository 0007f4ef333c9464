package io.kouxin.integrations.wecom.emulator;

import java.time.Instant;

/**
 * A file under a media id.
 *
 * @param type what the platform names as Content-Type
 */
record StoredFile(String name, String type, byte[] bytes, Instant at) {}
