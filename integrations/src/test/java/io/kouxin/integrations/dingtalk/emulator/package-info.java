/**
 * This room has a company of its own: a DingTalk that runs on this machine, for tests, load and a
 * first try without an account. It answers the platform's paths, tells the application what people
 * do, and shows what was sent. It lies in the room of the platform and uses nothing of it, so that
 * both check each other. Facts are those of the public documentation (KB is its page name).
 */
@NullMarked
package io.kouxin.integrations.dingtalk.emulator;

import org.jspecify.annotations.NullMarked;
