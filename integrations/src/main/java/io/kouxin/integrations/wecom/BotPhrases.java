package io.kouxin.integrations.wecom;

/**
 * What an AI bot says of itself while an answer is under way, in the language of whom it is said
 * to.
 *
 * @param working until there is an answer
 * @param card where the answer is a card of its own
 * @param later where the answer takes longer than WeCom waits
 */
public record BotPhrases(String working, String card, String later) {}
