package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who names whom inside a pack; looked at once everything is read. */
final class References {
  private final Set<String> entries = new HashSet<>();
  private final Set<String> playbooks = new HashSet<>();
  private final List<Reference> toEntries = new ArrayList<>();
  private final List<Reference> toPlaybooks = new ArrayList<>();

  /** Remembers an entry; false when there already was one. */
  boolean addEntry(String id) {
    return entries.add(id);
  }

  /** Remembers a playbook; false when there already was one. */
  boolean addPlaybook(String id) {
    return playbooks.add(id);
  }

  void toEntry(String id, Runnable complain) {
    toEntries.add(new Reference(id, complain));
  }

  void toPlaybook(String id, Runnable complain) {
    toPlaybooks.add(new Reference(id, complain));
  }

  /** Complains about everything that is neither here nor in the packs that this one requires. */
  void check(KnownIds elsewhere) {
    complain(toEntries, entries, elsewhere.entries());
    complain(toPlaybooks, playbooks, elsewhere.playbooks());
  }

  private static void complain(List<Reference> all, Set<String> here, Set<String> elsewhere) {
    for (Reference reference : all) {
      if (!here.contains(reference.id()) && !elsewhere.contains(reference.id())) {
        reference.complain().run();
      }
    }
  }

  private record Reference(String id, Runnable complain) {}
}
