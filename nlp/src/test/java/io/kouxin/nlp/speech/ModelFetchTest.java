package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.nlp.speech.ModelFailure.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModelFetchTest {
  private static final byte[] ZIP = TinyModel.zip();
  private static final KnownModel LINE = TinyModel.line(ZIP);
  private static final String NAME = LINE.name();
  @TempDir private Path folder;

  @Test
  void fetches_a_model_and_says_how_far_it_is() throws Exception {
    List<Long> steps = new ArrayList<>();
    try (var server = new ModelServer(ZIP)) {
      ModelStore store = store(server, LINE);
      assertThat(store.has(NAME)).isFalse();

      store.fetch(
          NAME,
          (soFar, total) -> {
            steps.add(soFar);
            assertThat(total).hasValue(ZIP.length);
            return true;
          });

      assertThat(store.has(NAME)).isTrue();
      assertThat(store.open(NAME).orElseThrow().resolve("am/final.mdl")).hasSize(500_000);
    }
    assertThat(steps).isSorted().last().isEqualTo((long) ZIP.length);
    assertThat(leftovers()).as("nothing but the model and its lock").isEmpty();
  }

  @Test
  void goes_on_after_a_cut_where_it_stopped() throws Exception {
    try (var server = new ModelServer(ZIP).cuttingAfter(200_000)) {
      store(server, LINE).fetch(NAME, Progress.NONE);

      List<String> asked = server.ranges();
      assertThat(asked).hasSizeGreaterThanOrEqualTo(3).startsWith("");
      assertThat(asked.stream().skip(1).map(r -> Integer.parseInt(r.replaceAll("\\D", ""))))
          .as("each asks for less")
          .isSorted()
          .doesNotHaveDuplicates()
          .allMatch(from -> from > 0);
    }
  }

  @Test
  void goes_on_in_the_next_call_after_it_was_stopped() throws Exception {
    try (var server = new ModelServer(ZIP)) {
      ModelStore store = store(server, LINE);
      assertFails(store, Reason.CANCELLED, (soFar, total) -> soFar < 100_000);
      long kept = Files.size(folder.resolve("." + NAME + ".zip.part"));
      assertThat(kept).isBetween(100_000L, 300_000L);

      store.fetch(NAME, Progress.NONE);

      assertThat(server.ranges()).containsExactly("", "bytes=" + kept + "-");
      assertThat(store.has(NAME)).isTrue();
    }
  }

  @Test
  void begins_anew_when_the_server_has_another_version_meanwhile() throws Exception {
    try (var server = new ModelServer(ZIP)) {
      ModelStore store = store(server, LINE);
      assertFails(store, Reason.CANCELLED, (soFar, total) -> soFar < 100_000);

      server.withEtag("\"two\"");
      store.fetch(NAME, Progress.NONE);

      assertThat(store.has(NAME)).isTrue();
    }
  }

  @Test
  void unpacks_what_had_arrived_whole_before_the_process_died() throws Exception {
    Files.write(folder.resolve("." + NAME + ".zip.part"), ZIP);
    Files.writeString(folder.resolve("." + NAME + ".zip.mark"), "\"one\"");
    try (var server = new ModelServer(ZIP)) {
      store(server, LINE).fetch(NAME, Progress.NONE);

      assertThat(server.ranges()).containsExactly("bytes=" + ZIP.length + "-");
    }
  }

  @Test
  void begins_anew_when_more_is_on_disk_than_the_server_has() throws Exception {
    Files.write(folder.resolve("." + NAME + ".zip.part"), new byte[ZIP.length + 1]);
    Files.writeString(folder.resolve("." + NAME + ".zip.mark"), "\"one\"");
    try (var server = new ModelServer(ZIP)) {
      ModelStore store = store(server, LINE);
      store.fetch(NAME, Progress.NONE);

      assertThat(store.has(NAME)).isTrue();
    }
  }

  @Test
  void refuses_bytes_of_another_sum_and_forgets_them() throws Exception {
    byte[] other = ZIP.clone();
    other[1000] ^= 1;
    try (var server = new ModelServer(other)) {
      assertFails(store(server, LINE), Reason.WRONG_SHA256, Progress.NONE);
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void refuses_another_size_before_it_has_read_it_all() throws Exception {
    List<Long> steps = new ArrayList<>();
    try (var server = new ModelServer(new byte[600_000])) {
      assertFails(store(server, LINE), Reason.WRONG_SIZE, (soFar, total) -> steps.add(soFar));
    }
    assertThat(steps).isEmpty();
  }

  @Test
  void refuses_more_than_it_takes_where_the_size_is_unknown() throws Exception {
    var unknown =
        new KnownModel(NAME, LINE.language(), false, OptionalLong.empty(), Optional.empty());
    try (var server = new ModelServer(ZIP)) {
      ModelSource source = server.source();
      var small = new ModelSource(source.base(), source.hosts(), source.patience(), 100_000);
      var store = new ModelStore(folder, small, ModelFiles.standard(), List.of(unknown));
      assertFails(store, Reason.WRONG_SIZE, Progress.NONE);
    }
  }

  @Test
  void does_not_follow_to_a_host_that_is_not_allowed() throws Exception {
    try (var server = new ModelServer(ZIP).redirectingTo("http://localhost:1/evil.zip")) {
      assertFails(store(server, LINE), Reason.HOST_NOT_ALLOWED, Progress.NONE);
    }
    try (var server = new ModelServer(ZIP).redirectingTo("file:///etc/passwd")) {
      assertFails(store(server, LINE), Reason.HOST_NOT_ALLOWED, Progress.NONE);
    }
  }

  @Test
  void gives_up_on_a_server_that_is_away_or_goes_round_in_circles() throws Exception {
    ModelStore gone;
    try (var server = new ModelServer(ZIP)) {
      gone = store(server, LINE);
      server.answering(503);
      assertFails(gone, Reason.UNREACHABLE, Progress.NONE);
      server.redirectingTo("again.zip");
      assertFails(gone, Reason.UNREACHABLE, Progress.NONE);
    }
    assertFails(gone, Reason.UNREACHABLE, Progress.NONE);
  }

  @Test
  void hangs_up_on_a_server_that_falls_silent_and_keeps_what_came() throws Exception {
    try (var server = new ModelServer(ZIP).stalling()) {
      ModelSource source = server.source();
      var hasty = new ModelSource(source.base(), source.hosts(), Duration.ofMillis(500), 1_000_000);
      var store = new ModelStore(folder, hasty, ModelFiles.standard(), List.of(LINE));
      assertFails(store, Reason.UNREACHABLE, Progress.NONE);
    }
    assertThat(folder.resolve("." + NAME + ".zip.part")).isNotEmptyFile();
  }

  @Test
  void stops_when_interrupted() throws Exception {
    try (var server = new ModelServer(ZIP)) {
      Thread me = Thread.currentThread();
      assertFails(
          store(server, LINE),
          Reason.CANCELLED,
          (soFar, total) -> {
            me.interrupt();
            return true;
          });
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void says_that_the_disk_is_full() throws Exception {
    Files.createSymbolicLink(folder.resolve("." + NAME + ".zip.part"), Path.of("/dev/full"));
    try (var server = new ModelServer(ZIP)) {
      assertFails(store(server, LINE), Reason.DISK, Progress.NONE);
    }
  }

  @Test
  void says_that_the_folder_is_no_folder() throws Exception {
    Path file = Files.writeString(folder.resolve("models"), "a file");
    try (var server = new ModelServer(ZIP)) {
      var store = new ModelStore(file, server.source(), ModelFiles.standard(), List.of(LINE));
      assertFails(store, Reason.DISK, Progress.NONE);
    }
  }

  @Test
  void leaves_a_model_to_the_one_who_is_already_getting_it() throws Exception {
    try (var server = new ModelServer(ZIP)) {
      ModelStore store = store(server, LINE);
      List<Reason> second = new ArrayList<>();
      store.fetch(
          NAME,
          (soFar, total) -> {
            second.add(failureElsewhere(store));
            return true;
          });
      assertThat(second).isNotEmpty().containsOnly(Reason.BUSY);
    }
  }

  @Test
  void knows_no_other_names_and_fetches_nothing_twice() throws Exception {
    try (var server = new ModelServer(ZIP)) {
      ModelStore store = store(server, LINE);
      assertThatThrownBy(() -> store.fetch("../../etc", Progress.NONE))
          .isInstanceOfSatisfying(
              ModelFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_NAME));
      store.fetch(NAME, Progress.NONE);
      assertFails(store, Reason.ALREADY_THERE, Progress.NONE);
      assertThat(server.ranges()).hasSize(1);
    }
  }

  private Reason failureElsewhere(ModelStore store) {
    List<Reason> seen = new ArrayList<>();
    Thread other =
        Thread.startVirtualThread(
            () -> {
              try {
                store.fetch(NAME, Progress.NONE);
              } catch (ModelFailure e) {
                seen.add(e.reason());
              }
            });
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return seen.getFirst();
  }

  private ModelStore store(ModelServer server, KnownModel line) {
    return new ModelStore(folder, server.source(), ModelFiles.standard(), List.of(line));
  }

  private static void assertFails(ModelStore store, Reason reason, Progress progress) {
    assertThatThrownBy(() -> store.fetch(NAME, progress))
        .isInstanceOfSatisfying(
            ModelFailure.class,
            e -> {
              assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
              assertThat(e.getMessage()).as("says what to do").contains("; ");
            });
    assertThat(store.has(NAME)).isEqualTo(reason == Reason.ALREADY_THERE);
  }

  private List<String> leftovers() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(file -> !file.equals(NAME) && !file.endsWith(".lock"))
          .toList();
    }
  }
}
