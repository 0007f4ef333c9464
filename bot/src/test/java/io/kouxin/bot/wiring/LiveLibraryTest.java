package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.store.Stores;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.RuleBasedReader;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An edit is live at once, however long it takes to calibrate the library anew. */
class LiveLibraryTest {
  private final HikariDataSource store = Stores.SQLITE.open();
  private final Packs packs =
      new Packs(
          JdbcClient.create(store),
          new TransactionTemplate(new JdbcTransactionManager(store)),
          Clock.systemUTC());
  private final AtomicInteger calibrations = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch slow = new CountDownLatch(1);
  private final LiveLibrary library =
      new LiveLibrary(packs, this::memos, Clock.systemUTC(), Study.ofWords());

  /** The first library is quick; whatever comes after it takes its time. */
  private Collection<String> memos() {
    if (calibrations.getAndIncrement() > 0) {
      begun.release();
      await(slow);
    }
    return List.of();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    slow.countDown();
    library.close();
    store.close();
  }

  private void add(String id, String phrase) {
    var entry = new LibraryEntry(id, Kind.NEED, id, List.of(phrase), "", Locale.CHINESE);
    packs
        .entries()
        .create(
            new LibraryItem(
                entry, LibraryItem.Severity.NORMAL, Optional.empty(), Optional.empty()));
    library.refresh();
  }

  private List<String> tags(String said) {
    return tagging(library, said).tags().stream().map(Tag::entry).toList();
  }

  /** Tagged, or offered to tick. */
  private static List<String> offered(LiveLibrary library, String said) {
    Tagging tagging = tagging(library, said);
    return Stream.concat(tagging.tags().stream(), tagging.suggestions().stream())
        .map(Tag::entry)
        .toList();
  }

  private static Tagging tagging(LiveLibrary library, String said) {
    return library.tag(new RuleBasedReader().read(said, Locale.CHINESE, ZonedDateTime.now()));
  }

  @Test
  void an_edit_is_live_while_the_one_before_is_still_being_calibrated()
      throws InterruptedException {
    add("flying", "想要一辆会飞的车");
    begun.acquire();
    assertThat(tags("客户说他想要一辆会飞的车")).containsExactly("flying");
    add("swimming", "想要一辆能下水的船");
    assertThat(tags("客户说他想要一辆能下水的船")).containsExactly("swimming");
  }

  @Test
  void meaning_is_read_beside_everything_else_and_kept_when_the_library_is_edited()
      throws InterruptedException {
    String elsewise = "老板把报价单推回来说这个数他实在掏不起";
    add("price", "嫌我们太贵");
    assertThat(offered(library, elsewise)).isEmpty();
    Study study = Study.ofMeaning();
    try (var live = new LiveLibrary(packs, List::of, Clock.systemUTC(), study)) {
      var read = new CountDownLatch(1);
      study.soon(read::countDown);
      read.await();
      assertThat(live.reading()).isEqualTo(Reading.MEANING);
      assertThat(offered(live, elsewise)).containsExactly("price");
      add("flying", "想要一辆会飞的车");
      live.refresh();
      assertThat(live.reading()).isEqualTo(Reading.MEANING);
      assertThat(offered(live, elsewise)).contains("price");
    }
    assertThat(library.reading()).isEqualTo(Reading.WORDS);
  }

  @Test
  void until_what_is_meant_is_read_it_says_that_it_goes_by_words() {
    add("price", "嫌我们太贵");
    Study study = Study.ofMeaning();
    study.soon(() -> await(slow));
    try (var live = new LiveLibrary(packs, List::of, Clock.systemUTC(), study)) {
      assertThat(live.reading()).isEqualTo(Reading.BEGUN);
      slow.countDown();
    }
  }

  @Test
  void what_was_calibrated_for_an_older_library_is_not_put_in_the_place_of_a_newer_one()
      throws InterruptedException {
    add("flying", "想要一辆会飞的车");
    begun.acquire();
    packs.entries().delete("flying");
    library.refresh();
    slow.countDown();
    begun.acquire();
    assertThat(tags("客户说他想要一辆会飞的车")).isEmpty();
  }
}
