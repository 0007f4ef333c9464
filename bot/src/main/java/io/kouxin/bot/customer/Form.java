package io.kouxin.bot.customer;

import java.util.List;

/**
 * One way to call a customer.
 *
 * @param words to be found in this order
 * @param weight how surely they mean this customer, 0 to 1
 * @param reach how much of the customer they name
 */
record Form(List<String> words, CustomerMatch.How how, double weight, Reach reach) {
  Form {
    words = List.copyOf(words);
  }

  enum Reach {
    /** All of its name, alias or code. */
    WHOLE,
    /** The part that is its own: said where somebody is visited, it is enough. */
    PART,
    /** A part that many others have as well (人民医院): never enough. */
    COMMON
  }
}
