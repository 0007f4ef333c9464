package io.kouxin.integrations.dingtalk.emulator.gateway;

import java.time.Duration;

/**
 * What a client answered to one push.
 *
 * @param code 200, or 404 and 500 for a push that failed
 * @param message the client's words
 * @param data the JSON in the answer, as text; empty if none
 * @param delay from the delivery that was answered first to its answer
 */
public record Ack(int code, String message, String data, Duration delay) {}
