/**
 * This room is what the gateways of the emulators have in common: the server's half of a TLS
 * WebSocket. It knows no platform.
 */
@NullMarked
package io.kouxin.integrations.channel.socket;

import org.jspecify.annotations.NullMarked;
