package io.kouxin.bot.work;

import java.time.Duration;

/**
 * How durable work runs.
 *
 * @param node the name of this process in the store
 * @param threads platform threads for steps; native work has its own
 * @param poll how often due work is looked for; a future time is met within this
 * @param heartbeat how often this process shows it is alive; after four missed ones others take
 *     over
 * @param shutdownWait how long running steps may finish at shutdown
 * @param manyNodes whether other processes work on the same store
 */
public record WorkSettings(
    String node,
    int threads,
    Duration poll,
    Duration heartbeat,
    Duration shutdownWait,
    boolean manyNodes) {}
