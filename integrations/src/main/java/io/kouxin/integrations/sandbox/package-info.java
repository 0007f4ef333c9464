/**
 * This room is the local chat that needs no platform: what the page posts becomes an inbound
 * message, and what we say counts as delivered. It never opens a connection and keeps nothing.
 */
@ApplicationModule(allowedDependencies = {"integrations.channel"})
@NullMarked
package io.kouxin.integrations.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
