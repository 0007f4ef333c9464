package io.kouxin.bot.customer;

import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.customer.Form.Reach;
import io.kouxin.nlp.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All customers by all the ways to call them, as written and as sounded. Immutable once built. */
final class CustomerIndex {
  /** A form that so many share tells nothing; only these many are offered. */
  private static final int MOST_SHARED = 50;

  private final PhraseIndex<Meaning> written = new PhraseIndex<>();
  private final PhraseIndex<Meaning> sounded = new PhraseIndex<>();
  private final Sounds sounds;

  CustomerIndex(List<Prepared> customers, Sounds sounds) {
    this.sounds = sounds;
    for (Prepared customer : customers) {
      for (int i = 0; i < customer.forms().size(); i++) {
        Form form = customer.forms().get(i);
        written.add(form.words(), new Meaning(customer.customer(), form));
        if (isHeard(form)) {
          sounded.add(customer.sounded().get(i), new Meaning(customer.customer(), form));
        }
      }
    }
  }

  /** Every customer that these words may mean, unranked: several for one place, and overlapping. */
  List<Candidate> candidates(String raw) {
    Reading reading = Reading.of(raw, sounds);
    int[] reach = reading.reach();
    List<Candidate> found = new ArrayList<>();
    Set<Span> plain = new HashSet<>();
    written.find(
        reading.written(),
        reach,
        (hit, meanings) -> {
          Span span = new Span(reading.start(hit), reading.end(hit));
          plain.add(span);
          shared(meanings).forEach(m -> found.add(Candidate.written(m, raw, span)));
        });
    sounded.find(
        reading.sounded(),
        reach,
        (hit, meanings) -> {
          Span span = new Span(reading.start(hit), reading.end(hit));
          List<String> words = reading.written().subList(hit.at(), hit.at() + hit.length());
          shared(meanings).stream()
              .filter(m -> !m.form().words().equals(words))
              .filter(m -> hit.length() > 2 || plain.contains(span) || isAsked(raw, span))
              .forEach(m -> found.add(Candidate.sounded(m, raw, span)));
        });
    return found;
  }

  /** Two syllables are in every other sentence, so something must speak for a name there. */
  private static boolean isAsked(String raw, Span span) {
    return Surroundings.isVisited(raw, span);
  }

  private static List<Meaning> shared(List<Meaning> meanings) {
    return meanings.subList(0, Math.min(MOST_SHARED, meanings.size()));
  }

  private static boolean isHeard(Form form) {
    boolean han = form.words().stream().allMatch(word -> word.length() == 1);
    return han && form.words().size() > 1 && form.how() != How.CODE && form.how() != How.CONTACT;
  }

  /** A customer called in one of his ways. */
  record Meaning(Customer customer, Form form) {}

  /** A customer with his ways, kept from one index to the next as long as he is the same. */
  record Prepared(Customer customer, List<Form> forms, List<List<String>> sounded) {
    static Prepared of(Customer customer, Sounds sounds) {
      List<Form> forms = Forms.of(customer);
      return new Prepared(
          customer,
          forms,
          forms.stream()
              .map(form -> isHeard(form) ? Reading.sounded(form.words(), sounds) : form.words())
              .toList());
    }
  }

  /**
   * A customer that one place in the text may mean.
   *
   * @param base how surely the words mean him when they were said like that
   * @param score the same, less what being only heard costs
   */
  record Candidate(Customer customer, Span span, How how, Reach reach, double base, double score) {
    private static final double VISITED = 0.22;
    private static final double GOES_ON = 0.6;
    private static final double HEARD = 0.9;
    private static final double HEARD_SHORT = 0.7;

    static Candidate written(Meaning meaning, String raw, Span span) {
      double base = base(meaning, raw, span);
      Form form = meaning.form();
      return new Candidate(meaning.customer(), span, form.how(), form.reach(), base, base);
    }

    static Candidate sounded(Meaning meaning, String raw, Span span) {
      double base = base(meaning, raw, span);
      double heard = meaning.form().words().size() > 2 ? HEARD : HEARD_SHORT;
      Reach reach = meaning.form().reach();
      return new Candidate(meaning.customer(), span, How.SOUND, reach, base, base * heard);
    }

    private static double base(Meaning meaning, String raw, Span span) {
      Form form = meaning.form();
      String name = meaning.customer().name();
      if (form.how() != How.CONTACT && Surroundings.goesOnAsAnother(raw, span, name)) {
        return form.weight() * GOES_ON;
      }
      boolean enough = form.reach() == Reach.PART && Surroundings.isVisited(raw, span);
      return enough ? form.weight() + VISITED : form.weight();
    }
  }
}
