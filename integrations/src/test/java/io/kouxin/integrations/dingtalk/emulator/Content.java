package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;

/**
 * What a message says.
 *
 * @param kind text, markdown, image, link, actionCard, feedCard, audio, file, video, oa or card,
 *     whichever way it was sent
 * @param title empty where that kind has none
 * @param text what a person reads, as it was sent
 * @param body as it was sent
 */
public record Content(String kind, String title, String text, JsonObject body) {}
