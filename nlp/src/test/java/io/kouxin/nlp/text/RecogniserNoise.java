package io.kouxin.nlp.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A <b>simulation</b> of what a Chinese recogniser mishears, for tests where no Chinese model can
 * be had: the text is cut into words of a list, and words are swapped for others that sound alike
 * until so many characters are wrong. It swaps sound for sound; a real recogniser also leaves out,
 * adds and hears quite other words, so figures made with it are an indication and no more. The same
 * seed gives the same noise.
 *
 * <p>The list is a small one of this project, or that of {@code -Dkouxin.noise.words=FILE}, one
 * word a line.
 */
public final class RecogniserNoise {
  private static final int LONGEST_WORD = 4;
  private static final double CONFUSED = 0.25;

  private final Set<String> words;
  private final Map<String, List<String>> bySound = new HashMap<>();
  private final Map<String, List<String>> byFoldedSound = new HashMap<>();

  RecogniserNoise(List<String> words) {
    this.words = new HashSet<>(words);
    for (String word : this.words.stream().sorted().toList()) {
      List<String> sounds = Pinyin.syllables(word);
      bySound.computeIfAbsent(key(sounds), k -> new ArrayList<>()).add(word);
      List<String> folded = sounds.stream().map(Pinyin::fold).toList();
      byFoldedSound.computeIfAbsent(key(folded), k -> new ArrayList<>()).add(word);
    }
  }

  /** With the list that the system property names, else the small one. */
  public static RecogniserNoise standard() {
    String file = System.getProperty("kouxin.noise.words", "");
    try (InputStream in =
        file.isEmpty()
            ? RecogniserNoise.class.getResourceAsStream("simulator-words.txt")
            : Files.newInputStream(Path.of(file))) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new RecogniserNoise(
          all.lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
              .filter(word -> !word.isEmpty() && word.chars().allMatch(PlainText::isHan))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is heard.
   *
   * @param text as long as what was said
   * @param words with confidences as Vosk was seen to give them: wrong ones 0.42 to 0.57, right
   *     ones mostly near 1
   */
  public record Heard(String text, List<HeardWord> words) {}

  /**
   * Mishears a text.
   *
   * @param rate the share of Chinese characters to get wrong, 0 to 1; fewer where too little sounds
   *     alike
   */
  public Heard hear(String said, double rate, long seed) {
    var random = new Random(seed * 31 + said.hashCode());
    List<String> tokens = new ArrayList<>(segmented(said));
    List<Integer> order = new ArrayList<>(IntStream.range(0, tokens.size()).boxed().toList());
    Collections.shuffle(order, random);
    Map<Integer, String> swapped = new HashMap<>();
    double owed = rate * said.chars().filter(PlainText::isHan).count();
    for (int at : order) {
      String token = tokens.get(at);
      if (owed >= 0.5 * token.length()) {
        String wrong = misheard(token, random);
        owed -= differences(token, wrong);
        if (!wrong.equals(token)) {
          swapped.put(at, wrong);
        }
      }
    }
    return heard(tokens, swapped, random);
  }

  private Heard heard(List<String> tokens, Map<Integer, String> swapped, Random random) {
    var text = new StringBuilder();
    List<HeardWord> heard = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean wrong = swapped.containsKey(i);
      for (String word : segmented(swapped.getOrDefault(i, tokens.get(i)))) {
        boolean doubted = wrong || random.nextInt(20) == 0;
        double confidence = doubted ? random.nextDouble(0.42, 0.57) : random.nextDouble(0.8, 1);
        heard.add(new HeardWord(text.length(), text.length() + word.length(), confidence));
        text.append(word);
      }
    }
    return new Heard(text.toString(), heard);
  }

  /** Another word that sounds like it; else other characters, one by one. */
  private String misheard(String token, Random random) {
    boolean confused = random.nextDouble() < CONFUSED;
    List<String> sounds = Pinyin.syllables(token);
    List<String> others = others(token, sounds, confused);
    if (!others.isEmpty()) {
      return others.get(random.nextInt(others.size()));
    }
    if (token.length() == 1) {
      return token;
    }
    var out = new StringBuilder();
    for (int i = 0; i < token.length(); i++) {
      String one = token.substring(i, i + 1);
      List<String> alike = others(one, List.of(sounds.get(i)), confused);
      out.append(alike.isEmpty() ? one : alike.get(random.nextInt(alike.size())));
    }
    return out.toString();
  }

  private List<String> others(String token, List<String> sounds, boolean confused) {
    List<String> folded = sounds.stream().map(Pinyin::fold).toList();
    List<String> alike =
        confused
            ? byFoldedSound.getOrDefault(key(folded), List.of())
            : bySound.getOrDefault(key(sounds), List.of());
    return alike.stream().filter(word -> !word.equals(token)).toList();
  }

  /** The longest words first, from the left; what is in no word stands alone. */
  private List<String> segmented(String text) {
    List<String> tokens = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + LONGEST_WORD);
      while (end > at + 1 && !words.contains(text.substring(at, end))) {
        end--;
      }
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }

  /** Characters of equally long texts that differ. */
  public static int differences(String one, String other) {
    return (int)
        IntStream.range(0, one.length()).filter(i -> one.charAt(i) != other.charAt(i)).count();
  }

  private static String key(List<String> sounds) {
    return String.join(" ", sounds);
  }
}
