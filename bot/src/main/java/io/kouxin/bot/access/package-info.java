/**
 * This room decides who may come in: the administrator's token, the browser session made from it,
 * and the checks that keep other web sites out. It never knows what lies behind the door.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.kouxin.bot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
