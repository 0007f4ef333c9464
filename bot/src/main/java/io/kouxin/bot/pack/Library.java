package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the active packs and the edits say at one moment. Immutable; ask {@link Packs}
 * for the present one. Where two packs say the same thing, the one installed later is heard.
 *
 * @param version grows with every change, on every node
 * @param packs the active ones, in the order of their installation
 * @param items the entries as they are matched: edits and what was learned included, hidden ones
 *     and what is wrong between them left out
 * @param written the same entries as people wrote them
 */
public record Library(
    long version, List<Pack> packs, List<LibraryItem> items, List<LibraryItem> written) {
  public Library {
    packs = List.copyOf(packs);
    items = List.copyOf(items);
    written = List.copyOf(written);
  }

  /** Entries as they were written, with what was learned over them. */
  static Library of(
      long version, List<Pack> packs, List<LibraryItem> written, List<Taught> taught) {
    return new Library(
        version, packs, new Lessons(taught).over(Neighbours.reconciled(written)), written);
  }

  /** What a tagger is built from. */
  public List<LibraryEntry> entries() {
    return items.stream().map(LibraryItem::entry).toList();
  }

  /** The entry with this id. */
  public Optional<LibraryItem> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** The more specific entries that name this one as their parent, in the order of the library. */
  public List<LibraryItem> children(String id) {
    return items.stream()
        .filter(item -> item.entry().kin().parent().filter(id::equals).isPresent())
        .toList();
  }

  /** All advice, one for each id. */
  public List<Playbook> playbooks() {
    Map<String, Playbook> byId = new LinkedHashMap<>();
    packs.forEach(pack -> pack.playbooks().forEach(book -> byId.put(book.id(), book)));
    return List.copyOf(byId.values());
  }

  /** The advice with this id. */
  public Optional<Playbook> playbook(String id) {
    return playbooks().stream().filter(book -> book.id().equals(id)).findFirst();
  }

  /** Memos to try the bot with, in the language of {@code language}. */
  public List<Example> examples(Locale language) {
    return packs.stream()
        .flatMap(pack -> pack.examples().stream())
        .filter(example -> example.language().getLanguage().equals(language.getLanguage()))
        .toList();
  }

  /** How much the bot says, and when. */
  public Manners manners() {
    return packs.reversed().stream()
        .flatMap(pack -> pack.manners().stream())
        .findFirst()
        .orElse(Manners.USUAL);
  }

  /** The entries of these packs with these edits over them. */
  static List<LibraryItem> overlaid(List<Pack> packs, Map<String, Optional<LibraryItem>> edits) {
    Map<String, LibraryItem> items = new LinkedHashMap<>();
    packs.forEach(pack -> pack.library().forEach(item -> items.put(item.id(), item)));
    edits.forEach(
        (id, edit) -> {
          if (edit.isPresent()) {
            items.put(id, edit.get());
          } else {
            items.remove(id);
          }
        });
    return new ArrayList<>(items.values());
  }
}
