package io.kouxin.nlp.text;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the weights of {@link WordRepair} to memos in which one word was replaced by what sounds
 * like it, and to the same memos as they were. Run {@code java … WordRepairMaker TALK LIBRARY MEMOS
 * …}: the file of talk in the jar, then two files a trade (deploy/labelled/training). The same
 * files give the same weights. {@link RecogniserNoise} is no help here: it writes words of its list
 * alone, and what is misheard is as often no word at all (裤存).
 */
final class WordRepairMaker {
  /** Which words are replaced, and by what. */
  private static final long SEED = 5;

  /** One word in so many gives way to another word where one sounds like it. */
  private static final int WHOLE = 3;

  /** A rarer word is not what is heard instead. */
  private static final int COMMON = 2;

  /** A noun or a word of the trade is misheard so many times as often as another word. */
  private static final int OFTEN = 4;

  /** Of the others, one in so many has two characters replaced. */
  private static final int TWO = 7;

  /** A misheard memo counts half: most memos are heard well. */
  private static final double MISHEARD = 0.5;

  private final LogisticFit fit = new LogisticFit();
  private final Random random = new Random(SEED);
  private final WordReading reading = WordReading.everyday();
  private final Lexicon lexicon;
  private final Homophones homophones;
  private final WordRepair repair;

  private WordRepairMaker(List<String> talk) {
    CharacterModel model = CharacterModel.of(talk);
    lexicon = Lexicon.of(talk);
    homophones = new Homophones(model);
    repair = new WordRepair(model, talk);
  }

  public static void main(String[] args) throws IOException {
    List<String> talk =
        Files.readAllLines(Path.of(args[0])).stream().map(l -> l.split("\t", 2)[1]).toList();
    var maker = new WordRepairMaker(talk);
    for (int i = 1; i + 1 < args.length; i += 2) {
      OwnWords library = library(Path.of(args[i]));
      for (JsonNode memo : lines(Path.of(args[i + 1]))) {
        String said = PlainText.of(memo.path("text").asString()).text();
        maker.learn(said, said, library, 1);
        maker.learn(maker.misheard(said, library), said, library, MISHEARD);
      }
    }
    System.out.printf(
        "%d guesses; the signs in their order, and nothing: %s%n",
        maker.fit.size(),
        Arrays.toString(
            Arrays.stream(maker.fit.weights()).map(w -> Math.round(w * 100) / 100.0).toArray()));
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  /** The pairs of characters in all phrases of a library. */
  private static OwnWords library(Path file) throws IOException {
    var words = new OwnWords();
    for (JsonNode entry : lines(file)) {
      for (JsonNode phrase : entry.path("phrases")) {
        String plain = PlainText.of(phrase.asString()).text();
        List<String> sounds = Pinyin.foldedSyllables(plain);
        for (int i = 2; i <= plain.length(); i++) {
          words.add(plain.substring(i - 2, i), sounds.subList(i - 2, i));
        }
      }
    }
    return words;
  }

  private void learn(String heard, String said, OwnWords library, double counts) {
    for (WordGuess guess : repair.guesses(heard, HomophoneRepair.kept(heard), library)) {
      boolean right = said.startsWith(guess.word(), guess.start());
      double[] signs = Arrays.copyOf(guess.signs(), guess.signs().length + 1);
      signs[guess.signs().length] = 1;
      fit.add(signs, right, counts);
    }
  }

  /** A memo in which one word, or a part of it, gave way to what sounds like it. */
  private String misheard(String said, OwnWords library) {
    boolean[] kept = HomophoneRepair.kept(said);
    List<Span> words = new ArrayList<>();
    int at = 0;
    for (String run : said.split("(?<=\\p{IsHan})(?!\\p{IsHan})|(?<!\\p{IsHan})(?=\\p{IsHan})")) {
      List<String> parts =
          run.chars().allMatch(PlainText::isHan) ? reading.words(run) : List.of(run);
      for (String word : parts) {
        if (word.length() > 1 && PlainText.isHan(word.charAt(0)) && !kept[at]) {
          Span span = new Span(at, at + word.length());
          words.addAll(Collections.nCopies(isNoun(word) || library.say(word) ? OFTEN : 1, span));
        }
        at += word.length();
      }
    }
    if (words.isEmpty()) {
      return said;
    }
    Span word = words.get(random.nextInt(words.size()));
    var heard = new StringBuilder(said);
    String meant = said.substring(word.start(), word.end());
    List<String> alike = new ArrayList<>(lexicon.sounding(Pinyin.foldedSyllables(meant)));
    alike.removeIf(other -> other.equals(meant) || CommonWords.frequency(other) < COMMON);
    alike.sort(null);
    if (!alike.isEmpty() && random.nextInt(WHOLE) == 0) {
      String other = alike.get(random.nextInt(alike.size()));
      return heard.replace(word.start(), word.end(), other).toString();
    }
    replace(heard, said, word);
    if (random.nextInt(TWO) == 0) {
      replace(heard, said, word);
    }
    return heard.toString();
  }

  private static boolean isNoun(String word) {
    CoreDictionary.Attribute known = CoreDictionary.get(word);
    return known == null || known.nature[0].startsWith('n');
  }

  private void replace(StringBuilder heard, String said, Span word) {
    int place = word.start() + random.nextInt(word.end() - word.start());
    char[] alike = homophones.of(Pinyin.foldedSyllables(said).get(place));
    if (alike.length > 1) {
      // The commonest come first, and what is common is what is heard.
      int which = (int) (alike.length * random.nextDouble() * random.nextDouble());
      heard.setCharAt(place, alike[which]);
    }
  }
}
