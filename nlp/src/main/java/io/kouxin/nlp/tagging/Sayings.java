package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Usual.Moments;
import io.kouxin.nlp.tagging.Usual.Typical;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Wordings made ready to be held against memos.
 *
 * @param all in the order given
 * @param typical what is usual for them on the whole
 * @param atAGlance the same at a glance
 */
record Sayings(List<Saying> all, Typical typical, Typical atAGlance) {
  private record Key(String owner, String plain) {
    static Key of(Wording wording) {
      return new Key(wording.owner(), wording.phrase().plain());
    }
  }

  private record Heard(Wording wording, PhraseMeaning meaning, Moments moments, Moments atAGlance) {
    static Heard of(Wording wording, Ground ground) {
      PhraseMeaning meaning = ground.meaning(wording);
      return new Heard(
          wording,
          meaning,
          ground.moments(wording, memo -> memo.to(meaning).score()),
          ground.moments(wording, memo -> memo.atAGlance(meaning)));
    }

    Saying saying(Typical typical, Typical glance) {
      return new Saying(wording, meaning, typical.usual(moments), glance.usual(atAGlance));
    }
  }

  static Sayings of(List<Wording> wordings, Ground ground) {
    List<Heard> heard = wordings.parallelStream().map(w -> Heard.of(w, ground)).toList();
    Typical typical = Typical.of(heard.stream().map(Heard::moments).toList());
    Typical glance = Typical.of(heard.stream().map(Heard::atAGlance).toList());
    return new Sayings(
        heard.stream().map(h -> h.saying(typical, glance)).toList(), typical, glance);
  }

  /** Other wordings on the same ground: only those that are new are heard. */
  Sayings edited(List<Wording> wordings, Ground ground) {
    Map<Key, Saying> known = new HashMap<>();
    all.forEach(s -> known.put(Key.of(s.wording()), s));
    return new Sayings(
        wordings.parallelStream()
            .map(
                wording -> {
                  Saying before = known.get(Key.of(wording));
                  return before == null
                      ? Heard.of(wording, ground).saying(typical, atAGlance)
                      : before.as(wording);
                })
            .toList(),
        typical,
        atAGlance);
  }
}
