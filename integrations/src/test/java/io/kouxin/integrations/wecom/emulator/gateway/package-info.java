/**
 * This room is the gateway of WeCom's AI bots on this machine: one long connection for each bot
 * over TLS, with its answers, and the ways in which it ends. It uses nothing of the room it tests.
 */
@NullMarked
package io.kouxin.integrations.wecom.emulator.gateway;

import org.jspecify.annotations.NullMarked;
