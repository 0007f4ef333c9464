package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import java.util.Arrays;
import java.util.Locale;

/** A language whose meaning is understood, and what is particular to it. */
enum Tongue {
  /** Borrows wordings, and is read as it was probably meant. */
  CHINESE(Locale.CHINESE, "centres-zh.f32") {
    @Override
    boolean spoken(String plain) {
      return plain.codePoints().anyMatch(Character::isIdeographic);
    }

    @Override
    String asMeant(String plain) {
      return AsMeant.of(plain);
    }

    @Override
    Loans loans(Sayings own) {
      return Loans.of(own);
    }
  },

  /** Goes by the phrases of the library alone. */
  ENGLISH(Locale.ENGLISH, "centres-en.f32") {
    @Override
    boolean spoken(String plain) {
      long letters = plain.chars().filter(c -> c >= 'a' && c <= 'z').count();
      return letters > plain.codePoints().filter(Character::isIdeographic).count();
    }

    @Override
    String asMeant(String plain) {
      return plain;
    }

    @Override
    Loans loans(Sayings own) {
      return Loans.NONE;
    }
  };

  private final Locale language;
  private final String file;

  Tongue(Locale language, String file) {
    this.language = language;
    this.file = file;
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

  /** The file of its {@link Centres}. */
  String file() {
    return file;
  }

  /** Whether a memo in plain spelling is in this language, at least in part. */
  abstract boolean spoken(String plain);

  /** A memo for the sentence model, as long as it was. */
  abstract String asMeant(String plain);

  /** What entries borrow. */
  abstract Loans loans(Sayings own);
}
