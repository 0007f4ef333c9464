package io.kouxin.bot.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.pack.Library;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.pack.Playbook;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The advice that the jar carries, as reps will read it. */
class BundledAdviceTest {

  private static Library library() throws IOException {
    try (var scene = new Scene(Stores.SQLITE)) {
      var packs = new Packs(scene.jdbc, scene.transactions, scene.clock);
      packs.installMissing(List.of("general"));
      return packs.library();
    }
  }

  @Test
  void every_entry_that_names_advice_gets_it_in_its_own_language() throws IOException {
    Library library = library();

    for (LibraryItem item : library.items()) {
      item.playbook().ifPresent(id -> assertThat(choice(library, item)).as(item.id()).contains(id));
    }
    assertThat(library.items()).anyMatch(item -> item.playbook().isPresent());
  }

  private static Optional<String> choice(Library library, LibraryItem item) {
    String kind = item.entry().kind().name().toLowerCase(Locale.ROOT);
    var tag = new TagMark(item.id(), kind, "", 1, "asserted", List.of(), true);
    return Choice.best(List.of(tag), library::item, library.playbooks(), item.entry().language())
        .map(Choice::playbook)
        .map(Playbook::id);
  }

  @Test
  void every_page_fits_the_narrowest_chat() throws IOException {
    for (Playbook playbook : library().playbooks()) {
      assertThat(AdviceTaps.pages(playbook))
          .as(playbook.id())
          .allMatch(page -> page.getBytes(StandardCharsets.UTF_8).length < AdviceTaps.PAGE)
          .noneMatch(page -> page.contains("**") || page.contains("##"));
    }
  }
}
