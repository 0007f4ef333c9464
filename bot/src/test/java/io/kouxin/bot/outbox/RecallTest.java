package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What was said wrongly. */
@ParameterizedClass
@EnumSource
class RecallTest {
  private static final String SORRY = "sorry";
  private final Counter counter;
  private final Letterbox box;

  RecallTest(Stores kind) {
    counter = new Counter(kind);
    box = new Letterbox(counter.clock);
    counter.through(box);
  }

  @AfterEach
  void close() {
    counter.close();
  }

  private boolean recall(String key) {
    return counter.outbox.recall(counter.posted(key), SORRY, Optional.of("chenmin"));
  }

  @Test
  void what_has_left_disappears_once_and_is_written_down() {
    counter.says("anna", "wrong");
    counter.says("anna", "right");
    counter.work();
    assertThat(recall("anna:wrong")).isTrue();
    assertThat(recall("anna:wrong")).as("a second time").isFalse();
    counter.work();
    assertThat(box.texts("anna")).containsExactly("right");
    assertThat(counter.posted("anna:wrong").state()).isEqualTo(Posted.State.RECALLED);
    assertThat(counter.posted("recall:anna:wrong").way()).contains(Delivered.Way.NONE);
    assertThat(counter.entries("message.recalled")).isEqualTo(1);
  }

  @Test
  void what_has_not_left_never_does_and_nobody_hears_of_it() {
    for (int n = 0; n <= Counter.PUSHES; n++) {
      counter.pushes("anna", "push" + n);
    }
    counter.says("anna", "wrong");
    String late = "anna:push" + Counter.PUSHES;
    assertThat(recall("anna:wrong")).isTrue();
    assertThat(recall(late)).as("it waits for the evening").isTrue();
    counter.pass(Duration.ofHours(9));
    assertThat(box.texts("anna")).containsExactly("push0", "push1", "push2");
    assertThat(counter.posted(late).state()).isEqualTo(Posted.State.RECALLED);
    assertThat(counter.outbox.waiting()).isZero();
  }

  @Test
  void what_waits_for_a_platform_that_is_down_holds_back_nobody_any_more() {
    box.trouble =
        Optional.of(
            (to, message) -> {
              if (message.text().equals("wrong")) {
                throw new ChannelException.Retry(Duration.ofHours(1), "not this one");
              }
            });
    counter.shows("anna", "wrong");
    counter.says("anna", "right");
    counter.work();
    assertThat(box.texts("anna")).isEmpty();
    assertThat(recall("wrong")).isTrue();
    counter.pass(Duration.ofMinutes(1));
    assertThat(box.texts("anna")).containsExactly("right");
  }

  @Test
  void what_leaves_at_this_very_moment_is_taken_back_behind_it() {
    box.trouble = Optional.of((to, message) -> box.trouble = recalledMeanwhile());
    counter.shows("anna", "wrong");
    counter.work();
    assertThat(box.texts("anna")).isEmpty();
    assertThat(counter.posted("wrong").state()).isEqualTo(Posted.State.RECALLED);
  }

  private Optional<Letterbox.Trouble> recalledMeanwhile() {
    assertThat(recall("wrong")).isTrue();
    return Optional.empty();
  }

  @Test
  void what_left_with_others_is_corrected_in_words() {
    for (int n = 0; n < 5; n++) {
      counter.says("anna", "first" + n);
    }
    counter.work();
    counter.says("anna", "wrong");
    counter.says("anna", "right");
    counter.work();
    assertThat(counter.posted("anna:right").mergedInto()).contains("anna:wrong");
    recall("anna:wrong");
    counter.work();
    assertThat(box.texts("anna")).endsWith("wrong\nright", SORRY);
    assertThat(counter.posted("anna:wrong").state()).isEqualTo(Posted.State.SENT);
    assertThat(counter.posted("recall:anna:wrong").way()).contains(Delivered.Way.CHAT);
  }

  @Test
  void there_is_nothing_to_take_back_of_a_change_a_refusal_or_a_recall() {
    counter.shows("anna", "card");
    counter.changes("anna", "card", "change");
    counter.says("ben", "refused");
    counter.setAside("ben", "no");
    recall("card");
    counter.work();
    assertThat(recall("change")).isFalse();
    assertThat(recall("ben:refused")).isFalse();
    assertThat(recall("recall:card")).isFalse();
  }

  @Test
  void a_push_of_the_time_before_alarms_is_still_read() {
    var json = new OutboundJson(JsonMapper.builder().build());
    Outbound old = json.read("PUSH", "{\"key\":\"k\",\"card\":null,\"text\":\"t\"}");
    assertThat(old).isEqualTo(new Outbound.Push("k", Optional.empty(), "t"));
    var urgent = new Outbound.Push("k", Optional.empty(), "t", true);
    assertThat(json.read("PUSH", json.write(urgent))).isEqualTo(urgent);
  }
}
