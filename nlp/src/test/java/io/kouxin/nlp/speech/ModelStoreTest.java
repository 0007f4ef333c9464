package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.nlp.speech.ModelFailure.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  @TempDir private Path folder;

  @Test
  void lists_what_is_there_bundled_and_missing() throws Exception {
    ModelStore store = store();
    store.add("mine", write("mine.zip", TinyModel.zip()));

    assertThat(store.list().stream().map(one -> one.name() + " " + one.state()))
        .containsExactly(
            "mine READY",
            "vosk-model-cn-0.22 MISSING",
            "vosk-model-small-cn-0.22 MISSING",
            "vosk-model-small-en-us-0.15 BUNDLED");
  }

  @Test
  void adds_a_zip_or_a_folder_from_any_depth_and_leaves_the_rest() throws Exception {
    ModelStore store = store();
    store.add("from-zip", write("model.zip", TinyModel.zip()));
    Path zipped = store.open("from-zip").orElseThrow();
    Path wrapped = Files.createDirectories(folder.resolve("brought/inside"));
    copy(zipped, wrapped.resolve("model"));
    Files.writeString(folder.resolve("brought/letter.txt"), "not for the store");

    store.add("from-folder", folder.resolve("brought"));

    Path copied = store.open("from-folder").orElseThrow();
    assertThat(files(copied))
        .isEqualTo(files(zipped))
        .containsExactly("README", "am/final.mdl", "graph/Gr.fst");
  }

  @Test
  void unpacks_the_bundled_english_model_once_for_many_at_the_same_time() throws Exception {
    String name = KnownModel.ENGLISH.name();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Path>> opened = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ModelStore store = store();
        opened.add(threads.submit(() -> store.open(name).orElseThrow()));
      }
      for (Future<Path> one : opened) {
        assertThat(ModelFiles.isModel(one.get())).isTrue();
      }
    }
    assertThat(files(models())).noneMatch(file -> file.contains(".tmp"));
    assertThat(store().list())
        .contains(
            new ListedModel(
                name, java.util.Optional.of(java.util.Locale.ENGLISH), ListedModel.State.READY));
  }

  @Test
  void keeps_other_processes_out_while_it_unpacks() throws Exception {
    ModelStore store = store();
    Path zip = write("model.zip", TinyModel.zip());
    try (var held = ModelLock.tryTake(models(), "mine").orElseThrow()) {
      assertThat(held).isNotNull();
      Process other = otherProcess("mine", zip);
      String said = new String(other.getInputStream().readAllBytes());
      assertThat(other.waitFor()).as(said).isEqualTo(1);
      assertThat(said).contains("BUSY");
    }
    Process other = otherProcess("mine", zip);
    assertThat(other.waitFor()).isZero();
    assertThat(store.has("mine")).isTrue();
  }

  @Test
  void sweeps_up_after_a_process_that_died_while_unpacking() throws Exception {
    Path left = Files.createDirectories(models().resolve(".mine.1234.tmp/am"));
    Files.writeString(left.resolve("final.mdl"), "half");

    store().add("mine", write("model.zip", TinyModel.zip()));

    assertThat(left).doesNotExist();
  }

  @Test
  void refuses_zips_that_would_write_elsewhere_or_fill_the_disk() throws Exception {
    byte[] some = {1, 2, 3};
    for (String evil : List.of("../evil", "some-model/../../evil", "/tmp/evil", "a\\..\\evil")) {
      Map<String, byte[]> files = TinyModel.files(some);
      files.put(evil, some);
      assertRefused(write("slip.zip", TinyModel.zip(files)), "written elsewhere");
    }
    assertRefused(
        write("bomb.zip", TinyModel.zip(TinyModel.files(new byte[20_000_000]))), "unpack to more");
    Map<String, byte[]> many = TinyModel.files(some);
    for (int i = 0; i < 1_001; i++) {
      many.put("some-model/" + i, some);
    }
    assertRefused(write("many.zip", TinyModel.zip(many)), "files");
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(Path.of("/tmp/evil")).doesNotExist();
  }

  @Test
  void refuses_what_is_no_model() throws Exception {
    byte[] zip = TinyModel.zip();
    assertRefused(write("text.zip", "not a zip".getBytes()), "no zip");
    assertRefused(write("cut.zip", java.util.Arrays.copyOf(zip, zip.length / 2)), "no zip");
    assertRefused(write("other.zip", TinyModel.zip(Map.of("a.txt", new byte[1]))), "no Vosk model");
    assertRefused(Files.createDirectories(folder.resolve("empty")), "no Vosk model");
    assertRefused(folder.resolve("nowhere.zip"), "cannot be read");
  }

  @Test
  void refuses_names_that_are_paths_and_models_that_are_there() throws Exception {
    ModelStore store = store();
    Path zip = write("model.zip", TinyModel.zip());
    store.add("mine", zip);

    assertThat(reason(() -> store.add("../mine", zip))).isEqualTo(Reason.UNKNOWN_NAME);
    assertThat(reason(() -> store.add(".mine", zip))).isEqualTo(Reason.UNKNOWN_NAME);
    assertThat(reason(() -> store.add("mine", zip))).isEqualTo(Reason.ALREADY_THERE);
    assertThat(store.open("../mine")).isEmpty();
  }

  private void assertRefused(Path brought, String why) {
    assertThatThrownBy(() -> store().add("mine", brought))
        .isInstanceOfSatisfying(
            ModelFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_MODEL))
        .hasMessageContaining(why);
    assertThat(store().has("mine")).isFalse();
    assertThat(models().resolve("mine")).doesNotExist();
  }

  private static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(ModelFailure.class, call).reason();
  }

  private Process otherProcess(String name, Path zip) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AddModelMain.class.getName(),
            models().toString(),
            name,
            zip.toString())
        .redirectErrorStream(true)
        .start();
  }

  private ModelStore store() {
    return new ModelStore(models(), ModelSource.home());
  }

  private Path models() {
    return folder.resolve("models");
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void copy(Path from, Path to) throws Exception {
    for (String file : files(from)) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }

  private static List<String> files(Path in) throws Exception {
    try (Stream<Path> all = Files.walk(in)) {
      return all.filter(Files::isRegularFile)
          .map(file -> in.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
