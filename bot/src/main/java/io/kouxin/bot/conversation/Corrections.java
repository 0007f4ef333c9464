package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagAnswer;
import io.kouxin.bot.followup.TagMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands what somebody corrects: 客户是华康医院, 不是价格，是账期, 改到周五, 不对，是强生. */
final class Corrections {
  private static final String WRONG = "^(?:(?:不对|错了|说错了|记错了|(?:no|wrong|sorry)\\b)[，,。.\\s]*)?";
  private static final Pattern CUSTOMER =
      pattern("(?:客户(?:应该)?(?:是|改成)|(?:the )?customer is\\b)\\s*([^，。,;；]+).*$");
  private static final Pattern INSTEAD =
      pattern("(?:不是|(?:it'?s )?not )\\s*(.+?)\\s*[，,、\\s]\\s*(?:应该)?(?:而?是|but|it'?s)\\s*(.+)$");
  private static final Pattern INSTEAD_RUN_TOGETHER = pattern("不是(.+?)(?:应该|而)?是(.+)$");
  private static final Pattern ACTION =
      pattern("(?:下一步(?:应该)?(?:是|改成|改为)|(?:the )?next step is\\b)\\s*(.+)$");
  private static final Pattern RATHER =
      pattern(
          "(?:应该)?(?:是|改到|改成|改为|换成|推到|推迟到|提前到|(?:it )?should be\\b|it'?s\\b|make it\\b"
              + "|(?:move|change) (?:it )?to\\b)?\\s*(.+)$");

  /** So many characters beside a time still say nothing but the time: 周五吧, 周五再去. */
  private static final int BESIDE_TIME = 4;

  private static final int LONGEST_RIVAL = 8;

  private final Understanding understanding;
  private final Library library;

  Corrections(Understanding understanding, Library library) {
    this.understanding = understanding;
    this.library = library;
  }

  private static Pattern pattern(String what) {
    return Pattern.compile(WRONG + what, Pattern.CASE_INSENSITIVE);
  }

  /** The name of somebody unknown in what was reported. */
  Optional<String> unknownName(FollowUp followUp) {
    return understanding.customers().unknown(followUp.text(), followUp.language());
  }

  /** What a correction comes to. */
  sealed interface Reading {
    record Understood(Correction correction) implements Reading {}

    /** It names a customer that we do not know: offered, never made by itself. */
    record NewCustomer(String name) implements Reading {}

    /** It names a customer, and several are called or sound like that. */
    record OneOf(List<CustomerRef> customers) implements Reading {}

    record Unclear() implements Reading {}
  }

  Reading read(String words, FollowUp followUp, Turn turn) {
    Matcher customer = CUSTOMER.matcher(words);
    if (customer.matches()) {
      return customer(customer.group(1).strip(), turn);
    }
    Matcher action = ACTION.matcher(words);
    if (action.matches()) {
      return understood(new Correction.Action(action.group(1).strip()));
    }
    for (Pattern pattern : List.of(INSTEAD, INSTEAD_RUN_TOGETHER)) {
      Matcher instead = pattern.matcher(words);
      if (instead.matches()) {
        return instead(instead.group(1).strip(), instead.group(2).strip(), followUp, turn);
      }
    }
    Matcher rather = RATHER.matcher(words);
    return rather.matches()
        ? thing(rather.group(1).strip(), followUp, turn)
        : new Reading.Unclear();
  }

  private Reading customer(String name, Turn turn) {
    NamedCustomers customers = understanding.customers();
    Optional<CustomerRef> known = customers.certain(name, turn.language(), turn.words());
    if (known.isPresent()) {
      return understood(new Correction.Customer(known.get()));
    }
    List<CustomerRef> several = customers.candidates(name, turn.language());
    boolean unknown = customers.unknown(name, turn.language()).isPresent();
    return several.isEmpty() || unknown
        ? new Reading.NewCustomer(name)
        : new Reading.OneOf(several);
  }

  /** Not this but that: the same sort of thing takes its place. */
  private Reading instead(String wrong, String right, FollowUp followUp, Turn turn) {
    if (followUp.details().getOrDefault(Rival.DETAIL, "").equalsIgnoreCase(wrong)) {
      return understood(new Correction.Detail(Rival.DETAIL, right));
    }
    Optional<Correction> answer = answer(right, followUp);
    if (answer.isPresent()) {
      return understood(answer.get());
    }
    if (followUp.customer().filter(now -> now.name().contains(wrong)).isPresent()) {
      return customer(right, turn);
    }
    if (followUp.nextAction().filter(now -> now.contains(wrong)).isPresent()) {
      return understood(new Correction.Action(right));
    }
    Optional<TagMark> before = meant(followUp, wrong, turn.language());
    Optional<TagMark> after = library.meant(right, turn.language());
    if (before.isPresent() && after.isPresent()) {
      TagMark tag = after.get().saidOutside();
      return understood(new Correction.Replace(before.get().entry(), tag));
    }
    return firstOf(
        right,
        turn,
        List.of(() -> time(right, turn), () -> named(right, turn), () -> tag(right, turn)));
  }

  /** Which of the tags these words mean; what matters more, an objection, first. */
  private Optional<TagMark> meant(FollowUp followUp, String words, Locale language) {
    Optional<String> entry = library.meant(words, language).map(TagMark::entry);
    return Stream.of(true, false)
        .flatMap(objection -> followUp.asserted().stream().filter(t -> isObjection(t) == objection))
        .filter(tag -> entry.filter(tag.entry()::equals).isPresent() || speaksOf(tag, words))
        .findFirst();
  }

  private static boolean isObjection(TagMark tag) {
    return tag.kind().equals("objection");
  }

  private boolean speaksOf(TagMark tag, String words) {
    return library.isAbout(tag.entry(), words)
        || tag.evidence().stream().anyMatch(evidence -> evidence.text().contains(words));
  }

  /** A thing without a word of what it is: a time, a customer, a rival, an entry of the library. */
  private Reading thing(String thing, FollowUp followUp, Turn turn) {
    return firstOf(
        thing,
        turn,
        List.of(
            () -> answer(thing, followUp),
            () -> time(thing, turn),
            () -> named(thing, turn),
            () -> rival(thing, followUp),
            () -> tag(thing, turn)));
  }

  private Reading firstOf(String words, Turn turn, List<Supplier<Optional<Correction>>> ways) {
    Optional<Correction> found =
        ways.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    return found
        .map(Corrections::understood)
        .or(
            () ->
                understanding.customers().isName(words, turn.language())
                    ? Optional.of(customer(words, turn))
                    : Optional.empty())
        .orElseGet(Reading.Unclear::new);
  }

  private Optional<Correction> time(String words, Turn turn) {
    Optional<DueTime> when = understanding.when(words, turn.language());
    return when.filter(due -> isHardlyMore(words, due.text())).map(Correction.When::new);
  }

  static boolean isHardlyMore(String words, String than) {
    return words.length() - than.length() <= Math.max(BESIDE_TIME, than.length());
  }

  private Optional<Correction> named(String words, Turn turn) {
    return understanding
        .customers()
        .certain(words, turn.language(), turn.words())
        .map(Correction.Customer::new);
  }

  private Optional<Correction> tag(String words, Turn turn) {
    return library.meant(words, turn.language()).map(tag -> new Correction.Add(tag.saidOutside()));
  }

  private Optional<Correction> rival(String name, FollowUp followUp) {
    boolean compared =
        followUp.details().containsKey(Rival.DETAIL)
            || followUp.asserted().stream().anyMatch(tag -> tag.entry().endsWith(Rival.ENTRY));
    boolean somethingElse =
        understanding.customers().isName(name, followUp.language())
            || understanding.isPerson(name, followUp.language())
            || library.names(name, followUp.language());
    return compared && name.length() <= LONGEST_RIVAL && !somethingElse
        ? Optional.of(new Correction.Detail(Rival.DETAIL, name))
        : Optional.empty();
  }

  /** The very words of a button that the question of one of the tags has. */
  private Optional<Correction> answer(String words, FollowUp followUp) {
    return followUp.asserted().stream()
        .flatMap(
            tag ->
                library.subReasons(tag.entry()).stream()
                    .flatMap(ask -> ask.choices().stream())
                    .filter(choice -> choice.label().equalsIgnoreCase(words))
                    .flatMap(choice -> chosen(tag, choice).stream()))
        .findFirst();
  }

  private Optional<Correction> chosen(TagMark tag, Library.Choice choice) {
    return choice.entry().isEmpty()
        ? Optional.of(TagAnswer.to(tag.entry(), choice.label()))
        : choice
            .entry()
            .flatMap(library::entry)
            .map(right -> new Correction.Replace(tag.entry(), right.with(tag.evidence())));
  }

  private static Reading understood(Correction correction) {
    return new Reading.Understood(correction);
  }
}
