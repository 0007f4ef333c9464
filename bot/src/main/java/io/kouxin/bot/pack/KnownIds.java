package io.kouxin.bot.pack;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What a pack may name without having it: the entries and playbooks of the packs it requires. */
record KnownIds(Set<String> entries, Set<String> playbooks) {
  static final KnownIds NONE = new KnownIds(Set.of(), Set.of());

  static KnownIds of(Collection<Pack> packs) {
    return new KnownIds(
        packs.stream()
            .flatMap(pack -> pack.library().stream())
            .map(LibraryItem::id)
            .collect(Collectors.toSet()),
        packs.stream()
            .flatMap(pack -> pack.playbooks().stream())
            .map(Playbook::id)
            .collect(Collectors.toSet()));
  }
}
