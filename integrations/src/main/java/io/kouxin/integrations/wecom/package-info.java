/**
 * This room is WeCom: its doors for what people write, its calls for what we say, and its
 * directory; the self-built application's and the AI bot's. It keeps nothing and knows no other
 * platform.
 */
@ApplicationModule(allowedDependencies = {"integrations.channel"})
@NullMarked
package io.kouxin.integrations.wecom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
