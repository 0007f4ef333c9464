package io.kouxin.bot.customer;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;

/** Readings by context, from HanLP's dictionary; it is read at the first call. */
final class HanlpSounds implements Sounds {
  @Override
  public List<String> of(String text) {
    List<Pinyin> read = HanLP.convertToPinyinList(text);
    List<String> syllables = new ArrayList<>(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean known = i < read.size() && read.get(i) != Pinyin.none5;
      syllables.add(known ? read.get(i).getPinyinWithoutTone() : text.substring(i, i + 1));
    }
    return syllables;
  }
}
