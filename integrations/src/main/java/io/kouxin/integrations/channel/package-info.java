/**
 * This room is the small chat API that every platform speaks. It never contains a platform's word.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.integrations.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
