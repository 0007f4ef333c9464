/**
 * This room has a DingTalk Stream gateway of its own on this machine: it gives tickets, pushes
 * frames over TLS WebSockets, records what comes back, and misbehaves in the ways the real one does
 * or might. It uses nothing of the room it tests, so that both check each other.
 */
@NullMarked
package io.kouxin.integrations.dingtalk.emulator.gateway;

import org.jspecify.annotations.NullMarked;
