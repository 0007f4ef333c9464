package io.kouxin.nlp.text;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which characters sound like a syllable, z/zh and n/ng folded; the commonest first. */
final class Homophones {
  /** Of one syllable; what is rarer is hardly ever meant. */
  private static final int MOST = 60;

  /** Characters that are less likely than this are in names and in the classics. */
  private static final double RARE = -11.9;

  private static final char[] NONE = {};

  private final Map<String, char[]> bySound = new HashMap<>();

  Homophones(CharacterModel model) {
    Map<String, List<Character>> found = new HashMap<>();
    for (char c = '\u4e00'; c <= '\u9fff'; c++) {
      if (model.alone(c) > RARE) {
        for (String sound : sounds(c)) {
          found.computeIfAbsent(sound, s -> new ArrayList<>()).add(c);
        }
      }
    }
    Comparator<Character> commonest = Comparator.comparingDouble(c -> -model.alone(c));
    found.forEach(
        (sound, all) -> {
          List<Character> kept = all.stream().sorted(commonest).limit(MOST).toList();
          var characters = new StringBuilder();
          kept.forEach(characters::append);
          bySound.put(sound, characters.toString().toCharArray());
        });
  }

  /** All readings, because a word may be read otherwise than its characters. */
  private static Set<String> sounds(char c) {
    String character = String.valueOf(c);
    var sounds = new HashSet<String>(Pinyin.foldedSyllables(character));
    var readings = PinyinDictionary.get(character);
    for (int i = 0; readings != null && i < readings.length; i++) {
      sounds.add(Pinyin.fold(readings[i].getPinyinWithoutTone()));
    }
    return sounds;
  }

  /** The characters; not to be written to. */
  char[] of(String foldedSyllable) {
    return bySound.getOrDefault(foldedSyllable, NONE);
  }
}
