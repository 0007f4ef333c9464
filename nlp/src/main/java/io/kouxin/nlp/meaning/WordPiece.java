package io.kouxin.nlp.meaning;

import io.kouxin.nlp.meaning.TokenVectors.Token;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text as BERT models expect it: a Chinese character or a mark each, any other word into the
 * longest pieces that the vocabulary has, later pieces marked by {@code ##} (Wu et al. 2016; the
 * cutting rules of {@code BertPreTokenizer}). Text is expected in lower case; accents are dropped
 * where the vocabulary was made without them.
 */
final class WordPiece {
  static final int START = 101;
  static final int END = 102;
  private static final int UNKNOWN = 100;

  /** A longer word is no word. */
  private static final int LONGEST_WORD = 100;

  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  private final Map<String, Integer> vocabulary;
  private final boolean accents;

  private WordPiece(Map<String, Integer> vocabulary, boolean accents) {
    this.vocabulary = vocabulary;
    this.accents = accents;
  }

  /** The tokenizer of a {@code tokenizer.json}. */
  static WordPiece of(InputStream tokenizerJson) {
    var vocabulary = new HashMap<String, Integer>();
    JsonNode tokenizer = JsonMapper.shared().readTree(tokenizerJson);
    JsonNode entries = tokenizer.at("/model/vocab");
    entries.properties().forEach(e -> vocabulary.put(e.getKey(), e.getValue().asInt()));
    // Unless it says otherwise, a tokenizer that lowers letters strips accents, too.
    return new WordPiece(vocabulary, !tokenizer.at("/normalizer/lowercase").asBoolean());
  }

  /** The tokens of a text, without the marks of its start and end. */
  List<Token> tokens(String text) {
    var out = new ArrayList<Token>();
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int end = at + Character.charCount(character);
      if (Character.isWhitespace(character) || Character.isISOControl(character)) {
        at = end;
      } else if (standsAlone(character)) {
        out.add(new Token(id(text.substring(at, end)), at, end));
        at = end;
      } else {
        end = wordEnd(text, at);
        addPieces(text, at, end, out);
        at = end;
      }
    }
    return out;
  }

  private static boolean standsAlone(int character) {
    return Character.isIdeographic(character) || !Character.isLetterOrDigit(character);
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (standsAlone(character)) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  private void addPieces(String text, int start, int end, List<Token> out) {
    var pieces = new ArrayList<Token>();
    int at = end - start > LONGEST_WORD ? end : start;
    while (at < end) {
      int until = pieceEnd(text, start, at, end);
      if (until == at) {
        pieces.clear();
        break;
      }
      pieces.add(new Token(id(piece(text, start, at, until)), at, until));
      at = until;
    }
    out.addAll(pieces.isEmpty() ? List.of(new Token(UNKNOWN, start, end)) : pieces);
  }

  /** Where the longest known piece that begins here ends; {@code at} itself if none does. */
  private int pieceEnd(String text, int start, int at, int end) {
    int until = end;
    while (until > at && !vocabulary.containsKey(piece(text, start, at, until))) {
      until--;
    }
    return until;
  }

  private String piece(String text, int start, int at, int until) {
    String letters = text.substring(at, until);
    boolean plain = accents || letters.chars().allMatch(c -> c < 0x80);
    return (at > start ? "##" : "") + (plain ? letters : withoutAccents(letters));
  }

  private static String withoutAccents(String letters) {
    return ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
  }

  private int id(String token) {
    return vocabulary.getOrDefault(token, UNKNOWN);
  }
}
