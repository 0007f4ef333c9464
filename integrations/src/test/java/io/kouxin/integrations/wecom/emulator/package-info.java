/**
 * This room has a corp of its own: a WeCom that runs on this machine, for tests, load and a first
 * try without an account. It answers the platform's paths, delivers callbacks and shows what was
 * sent. It lies in the room of the platform and uses nothing of it, so that both check each other.
 */
@NullMarked
package io.kouxin.integrations.wecom.emulator;

import org.jspecify.annotations.NullMarked;
