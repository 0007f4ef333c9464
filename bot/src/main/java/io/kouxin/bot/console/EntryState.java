package io.kouxin.bot.console;

import io.kouxin.bot.learning.EntryUse;
import io.kouxin.bot.pack.Flaw;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Strength;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of an entry beside what people wrote.
 *
 * @param strength how well it can be found
 * @param use what became of it on follow-ups
 * @param learned what was accepted and is matched with it
 * @param proposed how many lessons wait for a decision of the caller
 * @param problems what is wrong with it and left out when matching
 */
record EntryState(Enough strength, Use use, Learned learned, int proposed, List<Wrong> problems) {

  /**
   * Full utterances.
   *
   * @param utterances how many it has, learned ones included
   * @param aim from here on more help little
   * @param thin whether more would help
   */
  record Enough(int utterances, int aim, boolean thin) {}

  /**
   * On how many follow-ups.
   *
   * @param precision of those where it was tagged, the share where nobody took it away; null where
   *     it never was
   */
  record Use(int tagged, int suggested, int ticked, int unticked, Optional<Double> precision) {
    static Use of(EntryUse use) {
      double kept = use.tagged() - use.unticked();
      return new Use(
          use.tagged(),
          use.suggested(),
          use.ticked(),
          use.unticked(),
          use.tagged() == 0 ? Optional.empty() : Optional.of(Math.max(0, kept) / use.tagged()));
    }
  }

  /** Texts that were accepted. */
  record Learned(List<String> phrases, List<String> counterExamples) {}

  /** Something wrong, with words for whoever has none of their own. */
  record Wrong(String kind, String field, String value, String other, String what, String remedy) {
    static Wrong of(Flaw flaw) {
      return new Wrong(
          flaw.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          flaw.field(),
          flaw.value(),
          flaw.other(),
          flaw.what(),
          flaw.remedy());
    }
  }

  /**
   * The state of an entry.
   *
   * @param live as it is matched
   */
  static EntryState of(LibraryItem item, LibraryItem live, EntryUse use, Open open) {
    Strength strength = Strength.of(live.entry());
    LibraryEntry written = item.entry();
    var learned =
        new Learned(
            without(live.entry().phrases(), written.phrases()),
            without(
                live.entry().contrast().counterExamples(), written.contrast().counterExamples()));
    return new EntryState(
        new Enough(strength.utterances(), Strength.AIM, strength.isThin()),
        Use.of(use),
        learned,
        open.proposed(),
        open.flaws().stream().map(Wrong::of).toList());
  }

  /** What somebody has to look at. */
  record Open(int proposed, List<Flaw> flaws) {}

  private static List<String> without(List<String> some, List<String> others) {
    return some.stream().filter(text -> !others.contains(text)).toList();
  }
}
