package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the one word that was meant where a recogniser wrote what only sounds like it, in a text
 * that it heard well otherwise (看了看裤存). What decides are twelve signs, weighed on memos in which
 * one word was replaced by what sounds like it (RATIONALE: "How is a misheard word read?").
 */
final class WordRepair {
  /** Where the rest of a text is heard well, a word must be as probable as this to be read. */
  private static final double CLEAN = 0.2;

  /** Where more than one word is misheard. */
  private static final double NOISY = 0.05;

  /** Of the signs in their order, and of nothing; by WordRepairMaker in the tests. */
  static final double[] WEIGHTS = {
    0.45, 5.90, 2.19, 1.52, -0.37, -1.28, 0.58, 0.64, -2.45, -0.85, -0.76, -0.60, -8.07
  };

  private final CharacterModel model;
  private final Lexicon lexicon;

  WordRepair(CharacterModel model, Collection<String> talk) {
    this.model = model;
    this.lexicon = Lexicon.of(talk);
  }

  /**
   * The text as it was probably meant.
   *
   * @param kept by character, whether it must stay
   * @param own the words of the company's library
   * @param clean whether the rest of it is heard well
   * @return as long as {@code plain}
   */
  String repaired(String plain, boolean[] kept, OwnWords own, boolean clean) {
    double enough = clean ? CLEAN : NOISY;
    var out = new StringBuilder(plain);
    boolean[] taken = kept.clone();
    guesses(plain, kept, own).stream()
        .filter(guess -> guess.probability() > enough)
        .sorted(Comparator.comparingDouble(guess -> -guess.probability()))
        .filter(guess -> free(taken, guess.start(), guess.end()))
        .forEachOrdered(
            guess -> {
              out.replace(guess.start(), guess.end(), guess.word());
              Arrays.fill(taken, guess.start(), guess.end(), true);
            });
    return out.toString();
  }

  private static boolean free(boolean[] taken, int start, int end) {
    for (int i = start; i < end; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  /** All words that sound like what is written and are likelier. */
  List<WordGuess> guesses(String plain, boolean[] kept, OwnWords own) {
    List<String> sounds = Pinyin.foldedSyllables(plain);
    var out = new ArrayList<WordGuess>();
    for (int start = 0; start < plain.length(); start++) {
      for (int end = start + 1; end <= Math.min(plain.length(), start + Lexicon.LONGEST); end++) {
        if (kept[end - 1] || !PlainText.isHan(plain.charAt(end - 1))) {
          break;
        }
        if (end - start > 1) {
          var place = new Place(plain, start, end, own);
          place.guess(sounds.subList(start, end), out);
        }
      }
    }
    return out;
  }

  /** A stretch that may be a word misheard. */
  private final class Place {
    private final String plain;
    private final int start;
    private final int end;
    private final OwnWords own;
    private final String written;

    Place(String plain, int start, int end, OwnWords own) {
      this.plain = plain;
      this.start = start;
      this.end = end;
      this.own = own;
      this.written = plain.substring(start, end);
    }

    void guess(List<String> sounds, List<WordGuess> out) {
      Set<String> alike = new TreeSet<>(lexicon.sounding(sounds));
      if (sounds.size() == 2) {
        alike.addAll(own.sounding(sounds));
      }
      alike.remove(written);
      if (alike.isEmpty() || written.charAt(0) == written.charAt(1)) {
        return;
      }
      double likely = trigrams(written);
      for (String word : alike) {
        double more = trigrams(word) - likely;
        if (more > 0) {
          out.add(new WordGuess(start, word, signs(word, more, alike.size())));
        }
      }
    }

    private double[] signs(String word, double more, int alike) {
      return new double[] {
        more,
        same(word),
        lexicon.said(word) > 0 ? 1 : 0,
        own.say(word) ? 1 : 0,
        Math.log1p(alike),
        Math.log1p(lexicon.said(written)),
        CommonWords.contains(written) ? 1 : 0,
        Math.log1p(CommonWords.frequency(written)),
        own.say(written) ? 1 : 0,
        model.knows(written) ? 1 : 0,
        known(start - 1, start + 1),
        known(end - 1, end + 1)
      };
    }

    /** How many of the characters stay, as a share. */
    private double same(String word) {
      double same = 0;
      for (int i = 0; i < word.length(); i++) {
        same += word.charAt(i) == written.charAt(i) ? 1 : 0;
      }
      return same / word.length();
    }

    private double known(int from, int to) {
      boolean inside = from >= 0 && to <= plain.length();
      return inside && model.knows(plain.substring(from, to)) ? 1 : 0;
    }

    private double trigrams(String word) {
      int from = Math.max(0, start - 2);
      int to = Math.min(plain.length(), end + 2);
      String text = plain.substring(from, start) + word + plain.substring(end, to);
      return model.likelihood(text, start - from);
    }
  }
}
