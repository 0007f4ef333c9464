package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound.FileDelivery;

/** How an AI bot speaks: what it may say, and where, depends on how it hears. */
interface BotVoice {

  /** Where it can speak now. */
  enum Presence {
    HERE,
    /** Soon, or on another node. */
    NOT_YET,
    /** Until somebody mends it. */
    NOWHERE
  }

  /** Whether it can speak at all. */
  Presence presence();

  /** Whether a chat's last words came to the bot, and an answer would reach it. */
  boolean answers(String chat);

  /** Says something in Markdown. */
  void words(String chat, String words) throws ChannelException;

  /**
   * Shows a card.
   *
   * @param words of the same, where a card cannot be shown
   */
  void card(String chat, JsonObject card, String words) throws ChannelException;

  /**
   * Gives the answer that WeCom waits for at this moment.
   *
   * @return false if it is too late
   */
  boolean atOnce(ReplyWindow window, JsonObject answer) throws ChannelException;

  /** Sends a file. */
  void file(String chat, FileDelivery file) throws ChannelException;
}
