package io.kouxin.integrations.dingtalk.emulator;

/**
 * A part of the company.
 *
 * @param id 1 is the company itself
 * @param parent 0 for the company itself
 */
public record Department(long id, String name, long parent) {}
