package io.kouxin.bot.pack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one trade brings along: its library, its advice and its manners.
 *
 * @param id lower case with dashes
 * @param version as its author counts, such as 1.0.0
 * @param name what people read, by language; at least one
 * @param description one sentence, by language; may be empty
 * @param requires ids of the packs that it builds on
 * @param manners what it says about budgets, hours and joining; empty where it leaves them alone
 */
public record Pack(
    String id,
    String version,
    Map<Locale, String> name,
    Map<Locale, String> description,
    String industry,
    List<String> requires,
    Optional<Manners> manners,
    List<LibraryItem> library,
    List<Playbook> playbooks,
    List<Example> examples) {
  public Pack {
    name = Map.copyOf(name);
    description = Map.copyOf(description);
    requires = List.copyOf(requires);
    library = List.copyOf(library);
    playbooks = List.copyOf(playbooks);
    examples = List.copyOf(examples);
  }
}
