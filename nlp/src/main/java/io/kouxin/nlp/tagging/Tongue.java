package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.text.OwnWords;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A language whose meaning is understood, and what is particular to it. */
enum Tongue {
  /** Borrows wordings, and is read as it was probably meant. */
  CHINESE(Locale.CHINESE, "zh") {
    @Override
    boolean spoken(String plain) {
      return plain.codePoints().anyMatch(Character::isIdeographic);
    }

    @Override
    String asMeant(String plain, OwnWords own) {
      return AsMeant.of(plain, own);
    }

    @Override
    Loans loans(Sayings own, Loans before) {
      return Loans.of(own, before);
    }
  },

  /** Goes by the phrases of the library alone. */
  ENGLISH(Locale.ENGLISH, "en") {
    @Override
    boolean spoken(String plain) {
      long letters = plain.chars().filter(c -> c >= 'a' && c <= 'z').count();
      return letters > plain.codePoints().filter(Character::isIdeographic).count();
    }

    @Override
    String asMeant(String plain, OwnWords own) {
      return plain;
    }

    @Override
    Loans loans(Sayings own, Loans before) {
      return Loans.NONE;
    }
  };

  private final Locale language;
  private final String name;

  Tongue(Locale language, String name) {
    this.language = language;
    this.name = name;
  }

  /**
   * What an encoder understands.
   *
   * @throws IllegalArgumentException if it is none of these languages
   */
  static Tongue of(Encoder encoder) {
    return Arrays.stream(values())
        .filter(tongue -> tongue.speaks(encoder.language()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tongue for " + encoder.language()));
  }

  boolean speaks(Locale other) {
    return language.getLanguage().equals(other.getLanguage());
  }

  /** The languages that are understood of those in which a library is written. */
  static List<Tongue> of(Collection<LibraryEntry> library) {
    return Arrays.stream(values())
        .filter(tongue -> library.stream().anyMatch(entry -> tongue.speaks(entry.language())))
        .toList();
  }

  /** The file of its {@link Centres}. */
  String centres() {
    return "centres-" + name + ".f32";
  }

  /** The file of memos that reps might have said. */
  String memos() {
    return "memos-" + name + ".txt";
  }

  /** Whether a memo in plain spelling is in this language, at least in part. */
  abstract boolean spoken(String plain);

  /** A memo for the sentence model, as long as it was. */
  abstract String asMeant(String plain, OwnWords own);

  /**
   * What entries borrow.
   *
   * @param before the same of the edition before; {@link Loans#NONE} if there is none
   */
  abstract Loans loans(Sayings own, Loans before);
}
