/**
 * This room turns keys and values into the bot's sentences, in Chinese and English, short enough
 * for a chat. It never decides what is said, to whom or when.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.bot.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
