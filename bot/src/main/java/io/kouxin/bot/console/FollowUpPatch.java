package io.kouxin.bot.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program wants to change; a missing field stays as it is.
 *
 * @param reason why; always needed
 * @param customer the id of a customer
 * @param nextAction in words
 * @param due a time such as 2026-03-11T15:00:00+08:00
 * @param tags the ids of all entries that hold; others go
 * @param status confirmed, completed, dropped or draft (to bring back what was dropped)
 */
record FollowUpPatch(
    @Nullable String reason,
    @Nullable String customer,
    @Nullable String nextAction,
    @Nullable String due,
    @Nullable List<String> tags,
    @Nullable String status) {}
