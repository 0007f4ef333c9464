package io.kouxin.bot.wiring;

import io.kouxin.bot.conversation.Library;
import io.kouxin.bot.conversation.Understanding;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.pack.Ask;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Packs;
import io.kouxin.nlp.tagging.LuceneTagLibrary;
import io.kouxin.nlp.tagging.TagLibrary;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.tagging.Why;
import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.Utterance;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The library of the installed packs, indexed anew whenever it changes on any node. */
final class LiveLibrary implements Library, TagLibrary {
  /** Below this, what fits best is not what was meant. */
  private static final double MEANT = 0.35;

  private final Packs packs;
  private final Supplier<Collection<String>> background;
  private final Clock clock;
  private final Study study;
  private volatile Indexed indexed;

  private record Indexed(io.kouxin.bot.pack.Library library, LuceneTagLibrary tags) {
    Indexed edited(io.kouxin.bot.pack.Library now) {
      return new Indexed(now, tags.edited(now.entries()));
    }

    /** Nothing is left to read in an empty library. */
    boolean understandsMeaning() {
      return tags.understandsMeaning() || library.items().isEmpty();
    }
  }

  /**
   * Over the packs.
   *
   * @param background memos of this company, to calibrate on
   * @param study where the library is read, so that nobody waits for it; closed with this one
   */
  LiveLibrary(Packs packs, Supplier<Collection<String>> background, Clock clock, Study study) {
    this.packs = packs;
    this.clock = clock;
    this.background = background;
    this.study = study;
    io.kouxin.bot.pack.Library now = packs.refresh();
    this.indexed = new Indexed(now, LuceneTagLibrary.of(now.entries(), background.get()));
    study.soon(() -> calibrate(now));
  }

  /**
   * Looks whether the library has changed, here or on another node. If so, the change is live when
   * this returns; a moment later, calibrated beside it, it is as exact as the rest.
   */
  synchronized void refresh() {
    io.kouxin.bot.pack.Library now = packs.refresh();
    if (now.version() != indexed.library().version()) {
      // Old indexes are left to the garbage collector: another thread may still be reading them.
      indexed = indexed.edited(now);
      study.soon(() -> calibrate(now));
    }
  }

  /** Calibrates on what the company has said since. */
  void calibrate() {
    study.soon(() -> calibrate(indexed.library()));
  }

  /** How it understands memos now; soon after a start it has read words alone. */
  Reading reading() {
    Reading wanted = study.reading();
    return wanted == Reading.BEGUN && indexed.understandsMeaning() ? Reading.MEANING : wanted;
  }

  private void calibrate(io.kouxin.bot.pack.Library library) {
    Indexed before = indexed;
    if (before.library().version() == library.version()) {
      replace(
          new Indexed(
              library,
              before
                  .tags()
                  .calibrated(
                      library.entries(), background.get(), study.encoders(library.entries()))));
    }
  }

  /** What was edited meanwhile is edited again. */
  private synchronized void replace(Indexed exact) {
    io.kouxin.bot.pack.Library now = indexed.library();
    boolean current = now.version() == exact.library().version();
    indexed = current ? exact : exact.edited(now);
  }

  @Override
  public Tagging tag(Utterance utterance) {
    return indexed.tags().tag(utterance);
  }

  @Override
  public Optional<Why> why(Utterance utterance, String entry) {
    return indexed.tags().why(utterance, entry);
  }

  @Override
  public Optional<TagMark> meant(String words, Locale language) {
    Indexed now = indexed;
    List<LibraryItem> items =
        now.library().items().stream()
            .filter(item -> item.entry().language().getLanguage().equals(language.getLanguage()))
            .toList();
    return items.stream()
        .filter(item -> item.entry().label().contains(words) || hasPhrase(item, words))
        .findFirst()
        .map(LiveLibrary::mark)
        .or(() -> bestFit(words, language, now));
  }

  @Override
  public boolean names(String words, Locale language) {
    return indexed.library().items().stream()
        .filter(item -> item.entry().language().getLanguage().equals(language.getLanguage()))
        .anyMatch(item -> item.entry().label().contains(words) || hasPhrase(item, words));
  }

  @Override
  public boolean isAbout(String entry, String words) {
    return indexed.library().item(entry).filter(item -> speaksOf(item, words)).isPresent();
  }

  private static boolean speaksOf(LibraryItem item, String words) {
    Stream<String> choices =
        item.ask().stream().flatMap(ask -> ask.choices().stream()).map(choice -> choice.label());
    Stream<String> own =
        Stream.concat(Stream.of(item.entry().label()), item.entry().phrases().stream());
    return Stream.concat(own, choices).anyMatch(text -> text.contains(words));
  }

  private static boolean hasPhrase(LibraryItem item, String words) {
    return Stream.concat(item.entry().phrases().stream(), item.entry().aliases().stream())
        .anyMatch(phrase -> phrase.equalsIgnoreCase(words));
  }

  private Optional<TagMark> bestFit(String words, Locale language, Indexed now) {
    Utterance utterance = new RuleBasedReader().read(words, language, ZonedDateTime.now(clock));
    Tagging tagging = now.tags().tag(utterance);
    return tagging.tags().stream()
        .findFirst()
        .or(() -> tagging.suggestions().stream().filter(t -> t.score() >= MEANT).findFirst())
        .map(Understanding::mark);
  }

  @Override
  public Optional<TagMark> entry(String id) {
    return indexed.library().item(id).map(LiveLibrary::mark);
  }

  @Override
  public Optional<SubReasons> subReasons(String entry) {
    io.kouxin.bot.pack.Library now = indexed.library();
    return now.item(entry)
        .flatMap(LibraryItem::ask)
        .map(LiveLibrary::subReasons)
        .or(() -> kinds(now.children(entry)));
  }

  private static SubReasons subReasons(Ask ask) {
    List<Choice> choices =
        ask.choices().stream().map(c -> new Choice(c.label(), c.entry())).toList();
    return new SubReasons(Optional.of(ask.question()), choices);
  }

  /** One kind alone leaves nothing to choose. */
  private static Optional<SubReasons> kinds(List<LibraryItem> children) {
    List<Choice> choices =
        children.stream()
            .map(child -> new Choice(child.entry().label(), Optional.of(child.id())))
            .toList();
    return choices.size() < 2
        ? Optional.empty()
        : Optional.of(new SubReasons(Optional.empty(), choices));
  }

  private static TagMark mark(LibraryItem item) {
    return new TagMark(
        item.id(),
        item.entry().kind().name().toLowerCase(Locale.ROOT),
        item.entry().label(),
        1,
        "asserted",
        List.of(),
        true);
  }

  @Override
  public void close() {
    study.close();
    indexed.tags().close();
  }
}
