package io.kouxin.bot.customer;

import io.kouxin.bot.customer.CustomerIndex.Candidate;
import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.customer.Form.Reach;
import io.kouxin.nlp.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Candidates become matches: the best place of each customer, ranked, and honest about rivals. */
final class Ranking {
  static final double CERTAIN = 0.8;

  /** A rival less likely by more than this is none. */
  private static final double CLOSE = 0.2;

  /** A colleague of theirs who was mentioned too speaks for a customer, but never decides. */
  private static final double CONTACT = 0.05;

  private static final int MOST = 8;

  private static final Comparator<CustomerMatch> BEST_FIRST =
      Comparator.comparingDouble(CustomerMatch::score)
          .reversed()
          .thenComparing(match -> length(match.span()), Comparator.reverseOrder())
          .thenComparing(match -> match.span().start())
          .thenComparing(match -> match.customer().id());

  private final List<Candidate> candidates;
  private final Set<String> withContact;

  private Ranking(List<Candidate> all) {
    withContact =
        all.stream()
            .filter(c -> c.how() == How.CONTACT)
            .map(c -> c.customer().id())
            .collect(Collectors.toSet());
    candidates = all.stream().filter(c -> all.stream().noneMatch(o -> swallows(o, c))).toList();
  }

  static List<CustomerMatch> of(List<Candidate> candidates) {
    return new Ranking(candidates).ranked();
  }

  /** All the places of all of them, in order. */
  static List<NamedPlace> places(List<Candidate> candidates) {
    return new Ranking(candidates).places();
  }

  private List<NamedPlace> places() {
    List<NamedPlace> places = new ArrayList<>();
    candidates.stream()
        .filter(Ranking::isPlain)
        .sorted(
            Comparator.comparingDouble(Candidate::score)
                .thenComparing(candidate -> length(candidate.span()))
                .reversed())
        .filter(c -> places.stream().noneMatch(place -> place.span().overlaps(c.span())))
        .forEach(candidate -> places.add(place(candidate)));
    places.sort(Comparator.comparingInt(place -> place.span().start()));
    return List.copyOf(places);
  }

  private NamedPlace place(Candidate best) {
    List<Candidate> rivals = candidates.stream().filter(other -> rivals(other, best)).toList();
    return new NamedPlace(
        best.span(), Stream.concat(Stream.of(best), rivals.stream()).map(this::match).toList());
  }

  private static boolean isPlain(Candidate candidate) {
    return candidate.how() != How.CONTACT
        && candidate.score() >= CERTAIN
        && candidate.reach() != Reach.COMMON;
  }

  private List<CustomerMatch> ranked() {
    Map<String, CustomerMatch> best = new HashMap<>();
    for (Candidate candidate : candidates) {
      best.merge(
          candidate.customer().id(),
          match(candidate),
          (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
    }
    List<CustomerMatch> ranked = new ArrayList<>(best.values());
    ranked.sort(BEST_FIRST);
    return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
  }

  private CustomerMatch match(Candidate candidate) {
    boolean vouched =
        candidate.how() != How.CONTACT && withContact.contains(candidate.customer().id());
    double score = Math.min(1, candidate.score() + (vouched ? CONTACT : 0));
    boolean certain =
        isPlain(candidate) && candidates.stream().noneMatch(other -> rivals(other, candidate));
    return new CustomerMatch(
        candidate.customer(), score, candidate.span(), candidate.how(), certain);
  }

  /** What only sounds the same is a full rival: on a voice note the characters are no proof. */
  private static boolean rivals(Candidate other, Candidate candidate) {
    return !other.customer().id().equals(candidate.customer().id())
        && other.span().overlaps(candidate.span())
        && other.base() > candidate.base() - CLOSE;
  }

  /** The longer name that was said plainly is meant, not the one that stands inside it. */
  private static boolean swallows(Candidate longer, Candidate inner) {
    boolean inside =
        longer.span().start() <= inner.span().start()
            && inner.span().end() <= longer.span().end()
            && length(longer.span()) > length(inner.span());
    boolean plain = longer.how() != How.SOUND || inner.how() == How.SOUND;
    boolean same = longer.customer().id().equals(inner.customer().id());
    return inside
        && longer.how() != How.CONTACT
        && longer.score() >= inner.score() - CLOSE
        && (plain || same);
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }
}
