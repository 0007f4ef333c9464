package io.kouxin.bot.customer;

import java.util.List;

/** How Chinese characters sound. */
interface Sounds {

  /** One toneless syllable for each UTF-16 character; the character itself where it has none. */
  List<String> of(String text);
}
