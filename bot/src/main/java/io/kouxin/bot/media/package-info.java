/** This room keeps the bytes of notes and pictures. It never plays or reads them. */
@ApplicationModule(allowedDependencies = {"bot.work"})
@NullMarked
package io.kouxin.bot.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
