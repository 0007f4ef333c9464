package io.kouxin.bot.store;

import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.bot.pack.Playbook;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A few entries and some advice, for tests of the rooms that act on them. */
public final class SmallLibrary {
  private static final List<LibraryItem> ITEMS =
      List.of(
          item("complaint", LibraryEntry.Kind.OBJECTION, Severity.HIGH, "complaint-zh"),
          item("outage", LibraryEntry.Kind.OBJECTION, Severity.HIGH, ""),
          item("price", LibraryEntry.Kind.OBJECTION, Severity.NORMAL, "price-zh"),
          item("payment", LibraryEntry.Kind.OBJECTION, Severity.NORMAL, "payment-zh"),
          item("training", LibraryEntry.Kind.NEED, Severity.NORMAL, "training-zh"));

  private static final List<Playbook> PLAYBOOKS =
      List.of(
          book("price-general", "别的谈法", Locale.CHINESE, "price"),
          book("price-zh", "嫌贵怎么谈", Locale.CHINESE, "price"),
          book("complaint-zh", "投诉怎么接", Locale.CHINESE, "complaint"),
          book("payment-zh", "账期怎么谈", Locale.CHINESE, "payment"),
          book("training-zh", "培训怎么排", Locale.CHINESE, "training"),
          book("price-en", "Too expensive", Locale.ENGLISH, "price"));

  private SmallLibrary() {}

  /** The entry with this id. */
  public static Optional<LibraryItem> item(String id) {
    return ITEMS.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** All advice. */
  public static List<Playbook> playbooks() {
    return PLAYBOOKS;
  }

  private static LibraryItem item(
      String id, LibraryEntry.Kind kind, Severity severity, String playbook) {
    var entry = new LibraryEntry(id, kind, id, List.of(id), "general", Locale.CHINESE);
    return new LibraryItem(
        entry, severity, Optional.of(playbook).filter(p -> !p.isEmpty()), Optional.empty());
  }

  private static Playbook book(String id, String title, Locale language, String entry) {
    return new Playbook(
        id,
        title,
        List.of(entry),
        language,
        List.of("三句话", "一张表", "一个条件"),
        "先问再答。",
        "## 先问\n1. 跟谁比？\n\n- **贵在哪**：算三年。\n");
  }
}
