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
 * @param items the entries as they stand, edits included and hidden ones left out
 */
public record Library(long version, List<Pack> packs, List<LibraryItem> items) {
  public Library {
    packs = List.copyOf(packs);
    items = List.copyOf(items);
  }

  /** What a tagger is built from. */
  public List<LibraryEntry> entries() {
    return items.stream().map(LibraryItem::entry).toList();
  }

  /** The entry with this id. */
  public Optional<LibraryItem> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
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
