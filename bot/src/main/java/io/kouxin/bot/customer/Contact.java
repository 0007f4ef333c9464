package io.kouxin.bot.customer;

/**
 * Somebody on the customer's side.
 *
 * @param name as people say it, such as 张主任
 * @param role what he does there; empty when nobody said
 */
public record Contact(String name, String role) {}
