package io.kouxin.integrations.wecom.emulator;

import java.net.URI;

/**
 * A callback that is sealed and not sent.
 *
 * @param address with the three parameters
 * @param body the envelope's XML
 */
public record Letter(URI address, String body) {}
