/**
 * This room decides who may come in, who they are, what they may do and whom they may see: the
 * administrator's token, tokens of programs, sessions of people, and the checks that keep other web
 * sites out. It never knows what lies behind the door.
 */
@ApplicationModule(allowedDependencies = {"bot.journal", "bot.people", "bot.work"})
@NullMarked
package io.kouxin.bot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
