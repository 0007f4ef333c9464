package io.kouxin.bot.conversation;

import io.kouxin.bot.customer.CustomerMatch;
import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.customer.NamedPlace;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.Part;
import io.kouxin.nlp.text.Round.Naming;
import io.kouxin.nlp.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom words name. Typed characters mean what they are: 华康 is not 华抗. Heard ones mean what they
 * sound like, and may be either.
 */
record NamedCustomers(KnownCustomers known) {
  /** What people say before a name when they only name somebody: 是博宁, "the one for Northgate". */
  private static final Pattern BEFORE =
      pattern(
          "(?:(?:嗯|哦|啊|对|那就?|就)[，,、\\s]*)?"
              + "(?:我(?:是)?(?:说|指|讲)的?|我?要?改的?|记|客户|[那这]一?[条家])?"
              + "(?:应该|就)?是?(?:给|在|叫)?",
          "(?:(?:yes|sorry|oh|um)[, ]+)?(?:i meant? |it(?:'s| is| was) |that(?:'s| is| was) |change )?"
              + "(?:the )?(?:customer |one |visit |note |record )?(?:is |was )?"
              + "(?:(?:for|at|with|about|from|of|to|in) )?(?:the )?");

  /** What they say behind it: 博宁那一条吧, "the Northgate one". */
  private static final Pattern AFTER =
      pattern(
          "(?:医院|公司)?(?:的|那边)?(?:[那这]?一?[条个家次份])?(?:的?(?:记录|跟进))?(?:的|吧|啊|呀|呢|嘛|哦|了)?",
          "(?:'s)?(?: (?:hospital|clinic|company))?(?: (?:one|visit|note|record|please))*");

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

  /**
   * Whether these words are the name of a customer, known or not, and report nothing: 华康医院, 是华康那条.
   */
  boolean isName(String words, Locale language) {
    List<CustomerMatch> known = mentions(words, language);
    return known.isEmpty()
        ? unknown(words, language).filter(name -> isAll(words, name)).isPresent()
        : !named(words, language).isEmpty();
  }

  /** Those whose name these words may be, if they are a name and report nothing. */
  List<CustomerRef> named(String words, Locale language) {
    return mentions(words, language).stream()
        .filter(match -> isAll(words, match.span()))
        .map(NamedCustomers::ref)
        .distinct()
        .toList();
  }

  /** Who is called so, and not who only works there. */
  private List<CustomerMatch> mentions(String words, Locale language) {
    return known.mentions(words, language).stream()
        .filter(match -> match.how() != How.CONTACT)
        .toList();
  }

  private static boolean isAll(String words, String name) {
    int start = words.indexOf(name);
    return start >= 0 && isAll(words, new Span(start, start + name.length()));
  }

  /** Whether nothing stands around a name that says more than the name. */
  private static boolean isAll(String words, Span name) {
    return BEFORE.matcher(words.substring(0, name.start())).matches()
        && AFTER.matcher(words.substring(name.end())).matches();
  }

  private static Pattern pattern(String chinese, String english) {
    String mark = "[\\s\\p{Punct}，。、：！？“”‘’]*";
    return Pattern.compile(
        mark + "(?:" + chinese + "|" + english + ")" + mark, Pattern.CASE_INSENSITIVE);
  }

  private static CustomerRef ref(CustomerMatch match) {
    return new CustomerRef(match.customer().id(), match.customer().name());
  }
}
