package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The way of a rep from house to house, as one memo tells it. {@link UtteranceReader#visits} cuts
 * by words alone; this one knows where customers are named, and cuts where the rep plainly went on
 * from one to another. A customer who is only mentioned, compared with or recommended by is no
 * visit, and what is not plain stays one.
 */
public final class Round {
  private final String text;
  private final RoundWords words;
  private final List<Stop> stops = new ArrayList<>();
  private final Set<String> visited = new HashSet<>();

  /** Behind the last place to which somebody else went. */
  private int othersWay = -1;

  private Round(String text, RoundWords words) {
    this.text = text;
    this.words = words;
  }

  /**
   * A place in a memo where a customer is named.
   *
   * @param who whom the words may mean; more than one where several are called like that
   */
  public record Naming(Span span, Set<String> who) {
    public Naming {
      who = Set.copyOf(who);
    }
  }

  /**
   * A visit.
   *
   * @param at where its customer is named; empty when that is not plain
   */
  public record Leg(Span span, Optional<Naming> at) {}

  /** A naming in plain text. */
  record Place(int start, int end, Naming naming) {
    boolean mayBe(Place other) {
      return naming.who().stream().anyMatch(other.naming.who()::contains);
    }
  }

  /** A visit that begins at an index of the plain text. */
  private record Stop(int start, Place place, boolean plain) {
    Stop doubted() {
      return new Stop(start, place, false);
    }
  }

  /**
   * The visits of a memo, in order; one over all of it when there are not several.
   *
   * @param names in order, none overlapping another
   */
  public static List<Leg> of(String raw, List<Naming> names, Locale language) {
    PlainText plain = PlainText.of(raw);
    var round = new Round(plain.text(), RoundWords.of(language));
    List<Place> places = places(plain, names);
    round.walk(places);
    if (round.stops.size() < 2) {
      round.count(places);
    }
    return round.legs(plain, raw.length());
  }

  private static List<Place> places(PlainText plain, List<Naming> names) {
    List<Place> out = new ArrayList<>();
    int at = 0;
    for (Naming naming : names) {
      int start = firstFrom(plain, at, naming.span().start());
      int end = firstFrom(plain, start, naming.span().end());
      out.add(new Place(start, end, naming));
      at = end;
    }
    return out;
  }

  /** The first plain character that comes from the raw one at this index, or from one behind it. */
  private static int firstFrom(PlainText plain, int at, int raw) {
    int found = at;
    while (found < plain.text().length() && plain.raw(found, found + 1).start() < raw) {
      found++;
    }
    return found;
  }

  private void walk(List<Place> places) {
    for (Place place : places) {
      if (stops.isEmpty()) {
        begin(place);
      } else if (!stops.getLast().place().mayBe(place)) {
        goOn(place);
      }
    }
  }

  private void begin(Place place) {
    if (words.opens(text, place) || words.lead(text, place, "").isPresent()) {
      stop(0, place);
    } else if (words.othersGo(text, place)) {
      othersWay = place.end();
    }
  }

  private void goOn(Place place) {
    Stop here = stops.getLast();
    String opened = words.opening(text, here.start(), here.place());
    OptionalInt lead = words.lead(text, place, opened);
    boolean followed = othersWay >= 0 && !words.endsSentence(text, othersWay, place.start());
    if (lead.isPresent() && !followed && tells(here, lead.getAsInt(), place)) {
      stop(lead.getAsInt(), place);
    } else if (words.othersGo(text, place)) {
      othersWay = place.end();
    } else if (lead.isPresent() || place.naming().who().stream().anyMatch(visited::contains)) {
      stops.set(stops.size() - 1, here.doubted());
    }
  }

  private void stop(int start, Place place) {
    stops.add(new Stop(start, place, true));
    visited.addAll(place.naming().who());
  }

  /** Something was told of the visit that ends here, and something is of the next. */
  private boolean tells(Stop here, int end, Place next) {
    return words.tells(text, here.place().end(), end) && text.length() - next.end() >= 2;
  }

  /** Three houses were announced, and three are named, each where one begins. */
  private void count(List<Place> places) {
    OptionalInt from = words.announcement(text);
    if (from.isEmpty()) {
      return;
    }
    List<Place> named = new ArrayList<>();
    for (Place place : places) {
      if (named.stream().noneMatch(place::mayBe)) {
        named.add(place);
      }
    }
    boolean all = named.size() > 1 && words.isAnnounced(text, named.size());
    if (all && named.stream().allMatch(p -> words.item(text, from.getAsInt(), p).isPresent())) {
      stops.clear();
      places.forEach(place -> item(place, named.contains(place), from.getAsInt()));
    }
  }

  private void item(Place place, boolean first, int announced) {
    if (stops.isEmpty()) {
      stop(0, place);
      return;
    }
    Stop here = stops.getLast();
    int start = words.item(text, announced, place).orElse(place.start());
    if (first && tells(here, start, place)) {
      stop(start, place);
    } else if (!here.place().mayBe(place)) {
      stops.set(stops.size() - 1, here.doubted());
    }
  }

  private List<Leg> legs(PlainText plain, int length) {
    if (stops.isEmpty()) {
      return List.of(new Leg(new Span(0, length), Optional.empty()));
    }
    List<Leg> out = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      int start = i == 0 ? 0 : cut(plain, stop);
      int end = i + 1 < stops.size() ? cut(plain, stops.get(i + 1)) : length;
      Optional<Naming> at = Optional.of(stop.place().naming()).filter(naming -> stop.plain());
      out.add(new Leg(new Span(start, end), at));
    }
    return List.copyOf(out);
  }

  private static int cut(PlainText plain, Stop stop) {
    return plain.raw(stop.start(), stop.start() + 1).start();
  }
}
