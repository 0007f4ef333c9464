package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what somebody corrects: 客户是华康医院, 不是价格，是账期, 改到周五, 不对，是强生. */
final class Corrections {
  private static final Pattern CUSTOMER =
      Pattern.compile(
          "^(?:不对|错了|no|wrong)?[，,\\s]*(?:客户(?:应该)?(?:是|改成)|(?:the )?customer is)\\s*(.+)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INSTEAD =
      Pattern.compile(
          "^(?:不对|错了|no|wrong)?[，,\\s]*(?:不是|(?:it'?s )?not )\\s*(.+?)\\s*[，,、\\s]\\s*(?:应该)?(?:而?是|but|it'?s)\\s*(.+)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INSTEAD_RUN_TOGETHER = Pattern.compile("^不是(.+?)(?:应该)?是(.+)$");
  private static final Pattern ACTION =
      Pattern.compile(
          "^(?:不对)?[，,\\s]*(?:下一步(?:是|改成|改为)|next step is)\\s*(.+)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern RATHER =
      Pattern.compile(
          "^(?:不对|错了|说错了|记错了|wrong|no)?[，,\\s]*(?:应该)?(?:是|改成|改为|换成|it should be|should be|it'?s|make it)?\\s*(.+)$",
          Pattern.CASE_INSENSITIVE);

  private final Understanding understanding;
  private final Library library;

  Corrections(Understanding understanding, Library library) {
    this.understanding = understanding;
    this.library = library;
  }

  /** The name of somebody unknown in what was reported. */
  Optional<String> unknownName(FollowUp followUp) {
    return understanding.unknownName(followUp.text(), followUp.language());
  }

  /** What a correction comes to. */
  sealed interface Reading {
    record Understood(Correction correction) implements Reading {}

    /** It names a customer that we do not know: offered, never made by itself. */
    record NewCustomer(String name) implements Reading {}

    record Unclear() implements Reading {}
  }

  Reading read(String words, FollowUp followUp, Locale language) {
    Matcher customer = CUSTOMER.matcher(words);
    if (customer.matches()) {
      return customer(customer.group(1), language);
    }
    Matcher action = ACTION.matcher(words);
    if (action.matches()) {
      return understood(new Correction.Action(action.group(1).strip()));
    }
    Matcher instead = INSTEAD.matcher(words);
    if (instead.matches()) {
      return instead(instead.group(1), instead.group(2), followUp, language);
    }
    Matcher together = INSTEAD_RUN_TOGETHER.matcher(words);
    if (together.matches()) {
      return instead(together.group(1), together.group(2), followUp, language);
    }
    return rather(words, followUp, language);
  }

  private Reading customer(String name, Locale language) {
    String tidy = name.strip();
    return knownCustomer(tidy, language)
        .<Reading>map(known -> understood(new Correction.Customer(known)))
        .orElseGet(() -> new Reading.NewCustomer(tidy));
  }

  private Optional<CustomerRef> knownCustomer(String name, Locale language) {
    return understanding.customerIn(name, language);
  }

  /** Not this but that. */
  private Reading instead(String wrong, String right, FollowUp followUp, Locale language) {
    Optional<TagMark> before =
        followUp.tags().stream().filter(tag -> means(tag, wrong, language)).findFirst();
    Optional<TagMark> after = library.meant(right, language);
    if (before.isPresent() && after.isPresent()) {
      TagMark tag = after.get().tickedByPerson();
      return understood(new Correction.Replace(before.get().entry(), tag));
    }
    return thing(right, followUp, language);
  }

  private boolean means(TagMark tag, String words, Locale language) {
    return tag.label().contains(words)
        || library.meant(words, language).filter(m -> m.entry().equals(tag.entry())).isPresent()
        || library.subReasons(tag.entry()).stream()
            .flatMap(ask -> ask.choices().stream())
            .anyMatch(choice -> choice.label().contains(words))
        || tag.evidence().stream().anyMatch(evidence -> evidence.text().contains(words));
  }

  /** Rather this. */
  private Reading rather(String words, FollowUp followUp, Locale language) {
    Optional<DueTime> when = understanding.when(words, language);
    if (when.isPresent()) {
      return understood(new Correction.When(when.get()));
    }
    Matcher rather = RATHER.matcher(words);
    return rather.matches() ? thing(rather.group(1), followUp, language) : new Reading.Unclear();
  }

  /** A thing without a word of what it is: a time, a customer, an entry of the library, a rival. */
  private Reading thing(String words, FollowUp followUp, Locale language) {
    String thing = words.strip();
    List<Supplier<Optional<Correction>>> ways =
        List.of(
            () -> understanding.when(thing, language).map(Correction.When::new),
            () -> knownCustomer(thing, language).map(Correction.Customer::new),
            () -> rival(thing, followUp),
            () ->
                library
                    .meant(thing, language)
                    .map(tag -> new Correction.Add(tag.tickedByPerson())));
    Optional<Correction> found =
        ways.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    if (found.isPresent()) {
      return understood(found.get());
    }
    return understanding
        .unknownName(thing, language)
        .<Reading>map(Reading.NewCustomer::new)
        .orElseGet(Reading.Unclear::new);
  }

  private Optional<Correction> rival(String name, FollowUp followUp) {
    boolean compared = followUp.details().containsKey(Rival.DETAIL);
    boolean oneName =
        name.length() <= 8 && understanding.unknownName(name, followUp.language()).isEmpty();
    return compared && oneName
        ? Optional.of(new Correction.Detail(Rival.DETAIL, name))
        : Optional.empty();
  }

  private static Reading understood(Correction correction) {
    return new Reading.Understood(correction);
  }
}
