package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.Pinyin;
import io.kouxin.nlp.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The units in which texts are compared: a Chinese character each, an English word stem each (stop
 * words left out). One list serves mixed text.
 *
 * @param plain the text they were read from
 * @param all in order
 */
record Units(PlainText plain, List<Unit> all) {
  // Safe for many threads: an Analyzer keeps its components per thread.
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  /** Function words and numerals are heard right: they match themselves and no homophone. */
  private static final String HEARD_RIGHT = "的了是不在就都也有和我你他她这那一二三四五六七八九十百千万两几个没说要去到上下点";

  /**
   * One unit.
   *
   * @param text the character or stem
   * @param sound its toneless syllable with z/zh, n/ng folded; the stem itself for a word
   * @param start index of the first plain character
   * @param end index behind the last one
   */
  record Unit(String text, String sound, int start, int end) {

    /** Whether nothing stands between this and the next: characters touch, words need not. */
    boolean meets(Unit next) {
      return end == next.start || (text.length() > 1 && next.text.length() > 1);
    }
  }

  static Units of(String raw) {
    PlainText plain = PlainText.of(raw);
    List<String> sounds = Pinyin.foldedSyllables(plain.text());
    var out = new ArrayList<Unit>();
    try (TokenStream tokens = ANALYZER.tokenStream("text", plain.text())) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String text = term.toString();
        boolean character = offset.endOffset() - offset.startOffset() == 1;
        boolean certain = !character || HEARD_RIGHT.contains(text);
        String sound = certain ? text : sounds.get(offset.startOffset());
        out.add(new Unit(text, sound, offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("words in memory cannot be read", e);
    }
    return new Units(plain, List.copyOf(out));
  }

  int size() {
    return all.size();
  }

  Unit get(int i) {
    return all.get(i);
  }

  /** The key of the pair that begins at this unit; pairs that do not meet have none. */
  boolean pairAt(int i) {
    return i + 1 < all.size() && all.get(i).meets(all.get(i + 1));
  }

  String pair(int i) {
    return all.get(i).text() + '_' + all.get(i + 1).text();
  }

  /** How the pair sounds; marked so that it never equals a pair of characters. */
  String soundPair(int i) {
    return '~' + all.get(i).sound() + '_' + all.get(i + 1).sound();
  }

  /** Every single unit and every pair, without repeats. */
  List<String> grams() {
    var out = new java.util.LinkedHashSet<String>();
    for (int i = 0; i < size(); i++) {
      out.add(get(i).text());
      if (pairAt(i)) {
        out.add(pair(i));
      }
    }
    return List.copyOf(out);
  }

  /** Whether these plain words are said here, letter for letter or sound for sound. */
  boolean says(String words) {
    return plain.text().contains(words) || sounds().contains(Units.of(words).sounds());
  }

  private String sounds() {
    return all.stream().map(Unit::sound).collect(Collectors.joining(" ", " ", " "));
  }
}
