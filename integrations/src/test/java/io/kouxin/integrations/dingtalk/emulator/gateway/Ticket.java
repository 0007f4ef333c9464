package io.kouxin.integrations.dingtalk.emulator.gateway;

import java.time.Instant;
import java.util.Set;

/** The right to connect once, for 90 seconds. */
record Ticket(Set<Subscription> subscriptions, Instant until) {}
