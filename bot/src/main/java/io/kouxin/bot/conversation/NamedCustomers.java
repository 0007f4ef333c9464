package io.kouxin.bot.conversation;

import io.kouxin.bot.customer.CustomerMatch;
import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.customer.NamedPlace;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.Part;
import io.kouxin.nlp.text.Round.Naming;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom words name. Typed characters mean what they are: 华康 is not 华抗. Heard ones mean what they
 * sound like, and may be either.
 */
record NamedCustomers(KnownCustomers known) {

  /** The one customer who is certainly meant; several or none is nobody. */
  Optional<CustomerRef> certain(String text, Locale language, Part.Kind words) {
    return one(text, language, words).map(NamedCustomers::ref);
  }

  private Optional<CustomerMatch> one(String text, Locale language, Part.Kind words) {
    List<CustomerMatch> all = known.mentions(text, language);
    List<CustomerMatch> certain =
        all.stream()
            .filter(match -> match.certain() || (words == Part.Kind.TEXT && isWritten(match, all)))
            .toList();
    return certain.size() == 1 ? Optional.of(certain.getFirst()) : Optional.empty();
  }

  /** Where customers are named, and whom each place may mean; both by their ids. */
  List<Naming> places(String text, Part.Kind words) {
    return known.places(text).stream().map(place -> naming(place, words)).toList();
  }

  private static Naming naming(NamedPlace place, Part.Kind words) {
    List<CustomerMatch> written = place.meant().stream().filter(NamedCustomers::isExact).toList();
    boolean typed = words == Part.Kind.TEXT && !written.isEmpty();
    return new Naming(
        place.span(),
        (typed ? written : place.meant())
            .stream().map(match -> match.customer().id()).collect(Collectors.toSet()));
  }

  /** The one who is meant there; empty if it may be several. */
  Optional<CustomerRef> at(Naming naming, String text) {
    return known.places(text).stream()
        .filter(place -> place.span().equals(naming.span()))
        .flatMap(place -> place.meant().stream())
        .filter(match -> naming.who().equals(Set.of(match.customer().id())))
        .findFirst()
        .map(NamedCustomers::ref);
  }

  /** Written out in full, and doubtful only because somebody else sounds the same. */
  private static boolean isWritten(CustomerMatch match, List<CustomerMatch> all) {
    List<CustomerMatch> others =
        all.stream()
            .filter(other -> other != match && other.span().overlaps(match.span()))
            .toList();
    return isExact(match)
        && !others.isEmpty()
        && others.stream().allMatch(other -> other.how() == How.SOUND);
  }

  private static boolean isExact(CustomerMatch match) {
    return match.how() == How.NAME || match.how() == How.ALIAS || match.how() == How.CODE;
  }

  /** Those who may be meant, best first. */
  List<CustomerRef> candidates(String text, Locale language) {
    return known.mentions(text, language).stream().map(NamedCustomers::ref).distinct().toList();
  }

  /** What looks like a customer that we do not know. */
  Optional<String> unknown(String text, Locale language) {
    return known.unknownName(text, language);
  }

  /** Whether these words are hardly more than the name of a customer, known or not. */
  boolean isName(String words, Locale language) {
    int named =
        known.mentions(words, language).stream()
            .filter(match -> match.how() != How.CONTACT)
            .mapToInt(match -> match.span().end() - match.span().start())
            .max()
            .orElseGet(() -> unknown(words, language).map(String::length).orElse(0));
    return named * 3 >= words.length() * 2;
  }

  private static CustomerRef ref(CustomerMatch match) {
    return new CustomerRef(match.customer().id(), match.customer().name());
  }
}
