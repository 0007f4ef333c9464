/**
 * This room knows the customers and finds the ones that a memo means. It never guesses: what is not
 * certain says so, and a new name is only offered.
 */
@ApplicationModule(allowedDependencies = {"nlp.text"})
@NullMarked
package io.kouxin.bot.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
