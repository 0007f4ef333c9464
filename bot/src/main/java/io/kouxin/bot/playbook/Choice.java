package io.kouxin.bot.playbook;

import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.bot.pack.Playbook;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The advice that fits best, and the tag it answers. An objection before a need, serious before
 * harmless, the surer tag before the other; among the advice for one tag that which its entry
 * names.
 */
record Choice(Playbook playbook, TagMark tag) {
  private static final List<String> KINDS = List.of("objection", "need");

  /**
   * The best of these for what was said.
   *
   * @param library the entry with this id
   * @param language of the reader: advice in another one is no advice
   */
  static Optional<Choice> best(
      List<TagMark> asserted,
      Function<String, Optional<LibraryItem>> library,
      List<Playbook> playbooks,
      Locale language) {
    List<Playbook> readable =
        playbooks.stream()
            .filter(book -> book.language().getLanguage().equals(language.getLanguage()))
            .toList();
    return asserted.stream()
        .sorted(order(library))
        .flatMap(tag -> fitting(tag, library, readable).limit(1).map(book -> new Choice(book, tag)))
        .findFirst();
  }

  private static Comparator<TagMark> order(Function<String, Optional<LibraryItem>> library) {
    return Comparator.<TagMark>comparingInt(tag -> rank(tag.kind()))
        .thenComparing(tag -> !isSerious(library.apply(tag.entry())))
        .thenComparing(Comparator.comparingDouble(TagMark::score).reversed())
        .thenComparing(TagMark::entry);
  }

  private static int rank(String kind) {
    int place = KINDS.indexOf(kind);
    return place < 0 ? KINDS.size() : place;
  }

  private static boolean isSerious(Optional<LibraryItem> item) {
    return item.filter(found -> found.severity() == Severity.HIGH).isPresent();
  }

  private static Stream<Playbook> fitting(
      TagMark tag, Function<String, Optional<LibraryItem>> library, List<Playbook> readable) {
    String own = library.apply(tag.entry()).flatMap(LibraryItem::playbook).orElse("");
    return Stream.concat(
        readable.stream().filter(book -> book.id().equals(own)),
        readable.stream().filter(book -> book.forEntries().contains(tag.entry())));
  }
}
