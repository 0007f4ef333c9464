package io.kouxin.nlp.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads what was meant where a recogniser wrote characters that only sound like it (假革 for 价格). One
 * that is misheard all over is read as what came through a noisy channel: a character gives way to
 * another one of the same sound where the whole becomes so much likelier that mishearing explains
 * it; how much that takes depends on how misheard the rest of the text is. Then single words that
 * were misheard are read as {@link WordRepair} says. One character for one character: every place
 * stays valid.
 *
 * <p>It is a guess for finding things and must never be written into a record. Numerals, 他 and 她,
 * names of people and of customers, and whatever is not Chinese are not touched. Safe for many
 * threads.
 */
public final class HomophoneRepair {
  /** Characters that are heard right. */
  private static final String CERTAIN = "她他它零〇一二三四五六七八九十百千万亿两几半";

  /** The name in front of a place of business. */
  private static final Pattern CUSTOMER =
      Pattern.compile("\\p{IsHan}{2,4}(?=(?:有限|分)?公司|集团|医院|大学|中学|小学|学校|酒店|药房|超市|银行|厂(?!家|长|里))");

  /** Characters that may be meant where one is written, about so many. */
  private static final double ALIKE = 20;

  /** The share of misheard characters in a text of which nothing is known as yet. */
  private static final double AT_FIRST = 0.005;

  /** Misheard characters for each one that is found: the others change nothing for the better. */
  private static final double FOR_EACH = 5;

  /**
   * Characters that are added to those of a text, so that a short one does not count as all wrong.
   */
  private static final double DOUBT = 20;

  private static final double MOST = 0.3;

  /** Readings of the whole text, each by what the one before found. */
  private static final int READINGS = 3;

  /** Fewer changes than this in a whole text are left to {@link WordRepair}. */
  private static final int FEW = 2;

  /** As {@link #FEW}, of the characters of a longer text. */
  private static final double FEW_OF_ALL = 0.04;

  private static final char[] NOTHING = {};

  private final CharacterModel model;
  private final Homophones homophones;
  private final WordRepair words;

  private HomophoneRepair(CharacterModel model, Collection<String> talk) {
    this.model = model;
    this.homophones = new Homophones(model);
    this.words = new WordRepair(model, talk);
  }

  /**
   * Learns what people say, in about two seconds.
   *
   * @param talk plain texts; the everyday words of Chinese are known anyway
   */
  public static HomophoneRepair of(Collection<String> talk) {
    return new HomophoneRepair(CharacterModel.of(talk), talk);
  }

  /**
   * The text as it was probably meant.
   *
   * @param plain text as {@link PlainText} folds it, of any length
   * @param own the words of the company's library
   * @return as long as {@code plain}; the same where nothing speaks for another reading
   */
  public String repaired(String plain, OwnWords own) {
    boolean[] kept = kept(plain);
    String read = often(plain, kept);
    return words.repaired(read, kept, own, read.equals(plain));
  }

  /** A text in which characters are misheard all over. */
  private String often(String plain, boolean[] kept) {
    long chinese = plain.chars().filter(PlainText::isHan).count();
    if (chinese < 2) {
      return plain;
    }
    char[][] meant = meant(plain, kept);
    String read = plain;
    long changed = 0;
    double misheard = AT_FIRST;
    for (int reading = 0; reading < READINGS; reading++) {
      double swapped = Math.log(misheard / (1 - misheard) / ALIKE);
      read = new HomophoneSearch(model, swapped).likeliest(plain, meant);
      long now = differences(plain, read);
      if (now == changed) {
        break;
      }
      changed = now;
      misheard = Math.min(MOST, FOR_EACH * changed / (chinese + DOUBT));
    }
    return changed < Math.max(FEW, FEW_OF_ALL * chinese) ? plain : read;
  }

  private static long differences(String one, String other) {
    return IntStream.range(0, one.length()).filter(i -> one.charAt(i) != other.charAt(i)).count();
  }

  /** By character, what else may be meant by it. */
  private char[][] meant(String plain, boolean[] kept) {
    List<String> sounds = Pinyin.foldedSyllables(plain);
    char[][] meant = new char[plain.length()][];
    for (int i = 0; i < meant.length; i++) {
      boolean open = !kept[i] && PlainText.isHan(plain.charAt(i));
      meant[i] = open ? homophones.of(sounds.get(i)) : NOTHING;
    }
    return meant;
  }

  /** By character, whether it must stay. */
  static boolean[] kept(String plain) {
    var kept = new boolean[plain.length()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = CERTAIN.indexOf(plain.charAt(i)) >= 0;
    }
    ChinesePeople.in(plain).forEach(p -> Arrays.fill(kept, p.start(), p.end(), true));
    Matcher customer = CUSTOMER.matcher(plain);
    while (customer.find()) {
      Arrays.fill(kept, customer.start(), customer.end(), true);
    }
    return kept;
  }
}
