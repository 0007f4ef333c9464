/**
 * This room is DingTalk: its doors for what people write, its calls for what we say, and its
 * directory. It keeps nothing and knows no other platform.
 */
@ApplicationModule(allowedDependencies = {"integrations.channel"})
@NullMarked
package io.kouxin.integrations.dingtalk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
