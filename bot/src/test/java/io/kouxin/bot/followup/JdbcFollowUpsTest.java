package io.kouxin.bot.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps.ChangedMeanwhile;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.journal.JdbcJournal;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.work.JdbcWakes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class JdbcFollowUpsTest {
  private static final Instant LATER = SampleFollowUp.AT.plus(Duration.ofMinutes(1));

  /** A record on a store of this kind, with the inbox rows that its memos refer to. */
  private record Shelf(JdbcClient jdbc, FollowUps record, JdbcJournal journal) {

    static void with(Stores kind, Consumer<Shelf> test) {
      try (HikariDataSource store = kind.open()) {
        JdbcClient jdbc = JdbcClient.create(store);
        Clock clock = Clock.fixed(SampleFollowUp.AT, ZoneOffset.UTC);
        var journal =
            new JdbcJournal(
                jdbc, new JdbcWakes(new NamedParameterJdbcTemplate(store), clock, () -> {}), clock);
        var record = new JdbcFollowUps(jdbc, JsonMapper.builder().build(), journal);
        test.accept(new Shelf(jdbc, record, journal));
      }
    }

    FollowUp open(String message, String text) {
      FollowUp followUp = SampleFollowUp.saying(message, text);
      arrived(message);
      record.open(followUp);
      return followUp;
    }

    void arrived(String message) {
      jdbc.sql(
              """
              INSERT INTO inbox (id, channel, message_id, sender, conversation, kind, payload,
                state, lane, starts, said_at, received_at)
              VALUES (:id, 'sandbox', :id, 'zhangsan', 'zhangsan', 'TEXT', '{}', 'DONE', '0', 0, 0, 0)
              """)
          .param("id", message)
          .update();
    }

    List<String> found(Filter filter) {
      return record.list(filter, Optional.empty(), 10).stream().map(FollowUp::text).toList();
    }
  }

  private static Filter words(String words) {
    Filter any = Filter.any();
    return new Filter(
        any.rep(),
        any.team(),
        any.customer(),
        any.tag(),
        any.status(),
        any.since(),
        any.until(),
        Optional.of(words));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_opened_is_found_again_as_it_was(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp one = shelf.open("m1", "嫌贵 账期");
          assertThat(shelf.record().find(one.id())).hasValue(one);
          assertThat(shelf.record().of("m1")).containsExactly(one);
          assertThat(shelf.journal().about(one.id()))
              .extracting(JournalEntry::kind)
              .containsExactly("follow-up.opened");
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoever_read_an_older_version_cannot_write(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp read = shelf.open("m1", "嫌贵");
          shelf.record().write(read.confirm(LATER), "zhangsan", "");
          assertThatThrownBy(() -> shelf.record().write(read.drop(LATER), "zhangsan", ""))
              .isInstanceOf(ChangedMeanwhile.class);
          assertThat(shelf.record().find(read.id()).orElseThrow().status())
              .isEqualTo(Status.CONFIRMED);
          assertThat(shelf.journal().about(read.id())).hasSize(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void the_states_before_stay_readable_with_who_changed_them_and_why(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp one = shelf.open("m1", "嫌贵");
          FollowUp.Change confirmed = one.confirm(LATER);
          shelf.record().write(confirmed, "zhangsan", "");
          FollowUp.Change corrected =
              confirmed.after().correct(new Correction.Action("寄样品"), LATER);
          shelf.record().write(corrected, "chenmin", "客户变了");
          assertThat(shelf.record().history(one.id()))
              .extracting(v -> v.state().version() + " " + v.by() + " " + v.reason())
              .containsExactly("2 chenmin 客户变了", "1 zhangsan ");
        });
  }

  @ParameterizedTest
  @EnumSource
  void one_visit_of_a_message_is_opened_once(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          shelf.open("m1", "嫌贵");
          shelf.record().open(SampleFollowUp.saying("m1", 1, "账期"));
          assertThat(shelf.record().of("m1"))
              .extracting(FollowUp::text)
              .containsExactly("嫌贵", "账期");
          FollowUp again = SampleFollowUp.saying("m1", 1, "样品");
          assertThatThrownBy(() -> shelf.record().open(again))
              .isInstanceOf(DataAccessException.class);
        });
  }

  @ParameterizedTest
  @EnumSource
  void words_are_found_as_they_are_written_wildcards_included(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          shelf.open("m1", "降价50%才行");
          shelf.open("m2", "降价500元");
          shelf.open("m3", "model A_1!");
          shelf.open("m4", "Model AB1");
          assertThat(shelf.found(words("50%"))).containsExactly("降价50%才行");
          assertThat(shelf.found(words("a_1"))).containsExactly("model A_1!");
          assertThat(shelf.found(words("1!"))).containsExactly("model A_1!");
          assertThat(shelf.found(words("MODEL"))).containsExactly("Model AB1", "model A_1!");
          assertThat(shelf.found(words("' OR 1=1"))).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_list_leaves_out_what_was_dropped_unless_it_is_asked_for(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp gone = shelf.open("m1", "嫌贵");
          shelf.open("m2", "账期");
          shelf.record().write(gone.drop(LATER), "zhangsan", "");
          assertThat(shelf.found(Filter.any())).containsExactly("账期");
          assertThat(shelf.found(Filter.any().in(Status.DROPPED))).containsExactly("嫌贵");
          assertThat(shelf.found(Filter.of("wanglei"))).isEmpty();
          assertThat(shelf.found(Filter.of("zhangsan").since(LATER))).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void only_what_the_customer_has_now_is_found_by_its_tag(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp one = shelf.open("m1", "嫌贵 账期");
          Filter any = Filter.any();
          var tagged =
              new Filter(
                  any.rep(),
                  any.team(),
                  any.customer(),
                  Optional.of("entry-嫌贵"),
                  any.status(),
                  any.since(),
                  any.until(),
                  any.words());
          assertThat(shelf.found(tagged)).hasSize(1);
          shelf.record().write(one.correct(new Correction.Remove("entry-嫌贵"), LATER), "a", "");
          assertThat(shelf.found(tagged)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_long_list_is_read_page_by_page_without_a_gap(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          for (int i = 0; i < 5; i++) {
            shelf.open("m" + i, "memo" + i);
          }
          List<FollowUp> first = shelf.record().list(Filter.any(), Optional.empty(), 2);
          List<FollowUp> next =
              shelf.record().list(Filter.any(), Optional.of(first.getLast().id()), 10);
          assertThat(first).extracting(FollowUp::text).containsExactly("memo4", "memo3");
          assertThat(next).extracting(FollowUp::text).containsExactly("memo2", "memo1", "memo0");
        });
  }

  @ParameterizedTest
  @EnumSource
  void what_a_picture_shows_survives_and_is_in_the_history(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp one = shelf.open("m1", "嫌贵");
          FollowUp.Change attached = one.attach(Attachment.picture("p1"), LATER);
          shelf.record().write(attached, "a", "");
          FollowUp.Change described = attached.after().describe("p1", Attachment.Shows.CARD, LATER);
          shelf.record().write(described, "a", "");
          assertThat(shelf.record().find(one.id())).hasValue(described.after());
          assertThat(shelf.record().history(one.id()).getFirst().state())
              .isEqualTo(attached.after());
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_that_was_kept_before_anybody_was_asked_is_read(Stores kind) {
    Shelf.with(
        kind,
        shelf -> {
          FollowUp one = shelf.open("m1", "嫌贵");
          shelf.record().write(one.attach(Attachment.picture("p1"), LATER), "a", "");
          shelf
              .jdbc()
              .sql("UPDATE follow_up SET data = REPLACE(data, ',\"shows\":null', '')")
              .update();
          String data = shelf.jdbc().sql("SELECT data FROM follow_up").query(String.class).single();
          assertThat(data).contains("p1").doesNotContain("shows");
          assertThat(shelf.record().find(one.id()).orElseThrow().attachments())
              .containsExactly(Attachment.picture("p1"));
        });
  }
}
