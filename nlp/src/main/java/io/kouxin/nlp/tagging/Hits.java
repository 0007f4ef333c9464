package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Nearest.Near;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a memo gets by each of some sayings that were held against it closely, all at once. */
record Hits(Map<Saying, Hit> all) {
  static Hits of(MemoMeaning memo, Stream<Near> near) {
    List<Saying> each = near.flatMap(n -> n.sayings().stream()).toList();
    List<Likeness> likeness = memo.to(each.stream().map(Saying::meaning).toList());
    var all = new IdentityHashMap<Saying, Hit>();
    for (int s = 0; s < each.size(); s++) {
      all.put(each.get(s), each.get(s).hit(likeness.get(s)));
    }
    return new Hits(all);
  }

  /** By a saying that was among them. */
  Hit of(Saying saying) {
    return Objects.requireNonNull(all.get(saying));
  }
}
