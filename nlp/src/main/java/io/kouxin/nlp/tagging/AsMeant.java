package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.HomophoneRepair;
import io.kouxin.nlp.text.OwnWords;
import java.util.List;

/**
 * The words of a memo as they were probably meant, for the sentence model: it knows what characters
 * mean and not how they sound. The words as they were heard stay what is shown and kept.
 */
final class AsMeant {
  private AsMeant() {}

  /** Learned when the first memo needs it: without vectors none does. */
  private static final class Chinese {
    static final HomophoneRepair REPAIR =
        HomophoneRepair.of(SalesTalk.wordings().values().stream().flatMap(List::stream).toList());
  }

  /**
   * What was meant.
   *
   * @param plain a memo in plain spelling
   * @param own the words of the company's library
   * @return as long as it
   */
  static String of(String plain, OwnWords own) {
    return Chinese.REPAIR.repaired(plain, own);
  }
}
