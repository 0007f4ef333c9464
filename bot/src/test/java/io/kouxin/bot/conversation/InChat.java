package io.kouxin.bot.conversation;

import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.bot.wiring.Window;
import io.kouxin.integrations.channel.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of what a person sees. */
abstract class InChat {
  static final String REP = "zhangsan";
  static final String OTHER_REP = "wanglei";
  static final String ENGLISH_REP = "emma";
  static final String ADMIN = "lifang";

  Chat chat;

  @BeforeEach
  void open() {
    chat = new Chat(Stores.SQLITE);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  Window window() {
    return chat.window(REP);
  }

  Card card() {
    return window().card();
  }

  /** A draft that is complete: nothing is asked about it. */
  void aDraft() {
    chat.types(REP, "刚去市一医院见了张主任，关心术后镇痛，还嫌比迈瑞贵，周五寄资料");
  }

  void aConfirmed() {
    aDraft();
    chat.types(REP, "没问题");
  }
}
