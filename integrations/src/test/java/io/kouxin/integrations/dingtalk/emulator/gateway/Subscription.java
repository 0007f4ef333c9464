package io.kouxin.integrations.dingtalk.emulator.gateway;

/**
 * What a client asked for when it opened.
 *
 * @param type CALLBACK or EVENT; SYSTEM needs no subscription
 * @param topic the topic, {@code *} for all events
 */
public record Subscription(String type, String topic) {}
