package io.kouxin.bot.pack;

import io.kouxin.bot.pack.LibraryItem.Notes;
import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Entries beside those of {@link SamplePack}. */
final class SampleEntry {
  private SampleEntry() {}

  /** One that has all that an entry can have. */
  static LibraryItem whole(String id) {
    var ask =
        new Ask(
            "跟谁比？",
            List.of(
                new Ask.Choice("比以前贵", Optional.of("dearer-than-before")),
                new Ask.Choice("没细说", Optional.empty())));
    var notes = new Notes(Optional.of("说贵"), List.of("报价单"), Optional.of("运营"), 1);
    return new LibraryItem(
        entry(id, new Kin(Optional.of("price"), Optional.of("too-dear")), "天价", "贵院"),
        Severity.HIGH,
        Optional.of("price"),
        Optional.of(ask),
        notes);
  }

  /** One with this parent. */
  static LibraryItem below(String parent, String id) {
    return plain(entry(id, new Kin(Optional.empty(), Optional.of(parent)), id + "名", id + "反"));
  }

  /** One with this other name. */
  static LibraryItem called(String alias, String id) {
    return plain(entry(id, Kin.NONE, alias, id + "反"));
  }

  /** One with this phrase. */
  static LibraryItem saying(String phrase, String id) {
    return plain(
        new LibraryEntry(
            id, LibraryEntry.Kind.NEED, "样例", List.of(phrase), "general", Locale.CHINESE));
  }

  private static LibraryItem plain(LibraryEntry entry) {
    return new LibraryItem(entry, Severity.NORMAL, Optional.empty(), Optional.empty());
  }

  private static LibraryEntry entry(String id, Kin kin, String alias, String negative) {
    return new LibraryEntry(
        id,
        LibraryEntry.Kind.STAKEHOLDER,
        "样例",
        List.of(id + "的说法"),
        "general",
        Locale.CHINESE,
        List.of(alias),
        kin,
        new Contrast(List.of(negative), List.of(id + "的反例")));
  }
}
