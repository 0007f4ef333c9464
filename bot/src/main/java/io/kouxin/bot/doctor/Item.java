package io.kouxin.bot.doctor;

import io.kouxin.integrations.channel.Checkup.State;

/**
 * A finding in words.
 *
 * @param name of the place, for programs
 * @param words what is so
 * @param whatToDo empty where there is nothing to do
 */
public record Item(String name, State state, String words, String whatToDo) {}
