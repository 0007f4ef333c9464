package io.kouxin.nlp.speech;

import io.kouxin.nlp.speech.ModelFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The speech models on disk, a folder each. A model appears whole or not at all: it is unpacked
 * beside its place and renamed. Safe for several threads and processes.
 */
public final class ModelStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private final Path folder;
  private final ModelSource source;
  private final ModelFiles files;
  private final List<KnownModel> catalogue;

  /** Keeps models in a folder, made when needed, and fetches them from a source. */
  public ModelStore(Path folder, ModelSource source) {
    this(folder, source, ModelFiles.standard(), KnownModel.ALL);
  }

  ModelStore(Path folder, ModelSource source, ModelFiles files, List<KnownModel> catalogue) {
    this.folder = folder.toAbsolutePath().normalize();
    this.source = source;
    this.files = files;
    this.catalogue = List.copyOf(catalogue);
  }

  /** Whether {@link #open} would answer with a model now; it becomes true when one is added. */
  public boolean has(String name) {
    return NAME.matcher(name).matches() && (onDisk(name) || bundled(name));
  }

  /**
   * The folder of a model; a bundled one is unpacked at its first use. Empty if there is none.
   *
   * @throws ModelFailure if the bundled model cannot be unpacked
   */
  public Optional<Path> open(String name) throws ModelFailure {
    if (!has(name)) {
      return Optional.empty();
    }
    if (!onDisk(name)) {
      unpackBundled(name);
    }
    return Optional.of(folder.resolve(name));
  }

  /** The catalogue, and what else lies in the folder; sorted by name. */
  public List<ListedModel> list() throws ModelFailure {
    List<ListedModel> all = new ArrayList<>();
    for (KnownModel model : catalogue) {
      all.add(new ListedModel(model.name(), Optional.of(model.language()), state(model)));
    }
    for (String name : foldersOfUnknown()) {
      all.add(new ListedModel(name, Optional.empty(), ListedModel.State.READY));
    }
    all.sort(Comparator.comparing(ListedModel::name));
    return List.copyOf(all);
  }

  /**
   * Gets a model of the catalogue: from the network, or out of this program. Blocks until it is
   * there; goes on where an earlier attempt stopped.
   *
   * @throws ModelFailure with what to do; {@code BUSY} at once if somebody else is getting this
   *     model
   */
  public void fetch(String name, Progress progress) throws ModelFailure {
    KnownModel model = known(name).orElseThrow(() -> unknown(name));
    refuseIfThere(name);
    try (ModelLock lock = ModelLock.tryTake(folder, name).orElseThrow(() -> busy(name))) {
      Objects.requireNonNull(lock);
      if (onDisk(name)) {
        return; // it came while we waited for the lock
      }
      if (model.bundled()) {
        placeBundled(name);
      } else {
        var download = new ModelDownload(source, model, folder, progress);
        place(name, download.run());
        download.forget();
      }
    } catch (IOException e) {
      throw ModelDownload.disk(e);
    }
  }

  /**
   * Copies a model that somebody brought, as a zip or a folder, into its place.
   *
   * @throws ModelFailure with what to do
   */
  public void add(String name, Path zipOrFolder) throws ModelFailure {
    if (!NAME.matcher(name).matches()) {
      throw unknown(name);
    }
    if (!Files.isReadable(zipOrFolder)) {
      throw new ModelFailure(
          Reason.NOT_A_MODEL, zipOrFolder + " cannot be read", "name a zip or a folder");
    }
    refuseIfThere(name);
    try (ModelLock lock = ModelLock.tryTake(folder, name).orElseThrow(() -> busy(name))) {
      Objects.requireNonNull(lock);
      place(name, zipOrFolder);
    } catch (IOException e) {
      throw ModelDownload.disk(e);
    }
  }

  private void unpackBundled(String name) throws ModelFailure {
    try (ModelLock lock = ModelLock.take(folder, name)) {
      Objects.requireNonNull(lock);
      placeBundled(name);
    } catch (IOException e) {
      throw ModelDownload.disk(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelFailure(Reason.CANCELLED, "interrupted", "try again");
    }
  }

  private void placeBundled(String name) throws IOException, ModelFailure {
    if (onDisk(name)) {
      return; // another thread or process was faster
    }
    Path zip = folder.resolve("." + name + ".zip." + UUID.randomUUID() + ".tmp");
    try (InputStream in = Objects.requireNonNull(resource(name), name)) {
      Files.copy(in, zip);
      place(name, zip);
    } finally {
      Files.deleteIfExists(zip);
    }
  }

  private void place(String name, Path zipOrFolder) throws IOException, ModelFailure {
    sweep(name);
    Path fresh = folder.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
    try {
      files.copy(zipOrFolder, Files.createDirectory(fresh));
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      throw thereAlready(name);
    } finally {
      delete(fresh);
    }
  }

  /** Removes what an attempt left behind whose process died. Called while the lock is held. */
  private void sweep(String name) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path path : left.toList()) {
        String file = path.getFileName().toString();
        if (file.startsWith("." + name + ".") && file.endsWith(".tmp") && Files.isDirectory(path)) {
          delete(path);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private ListedModel.State state(KnownModel model) {
    if (onDisk(model.name())) {
      return ListedModel.State.READY;
    }
    return bundled(model.name()) ? ListedModel.State.BUNDLED : ListedModel.State.MISSING;
  }

  private List<String> foldersOfUnknown() throws ModelFailure {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches() && onDisk(name))
          .filter(name -> known(name).isEmpty())
          .toList();
    } catch (IOException e) {
      throw ModelDownload.disk(e);
    }
  }

  private boolean onDisk(String name) {
    return ModelFiles.isModel(folder.resolve(name));
  }

  private Optional<KnownModel> known(String name) {
    return catalogue.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  private boolean bundled(String name) {
    return known(name).filter(KnownModel::bundled).isPresent()
        && ModelStore.class.getResource(name + ".zip") != null;
  }

  private static @Nullable InputStream resource(String name) {
    return ModelStore.class.getResourceAsStream(name + ".zip");
  }

  private void refuseIfThere(String name) throws ModelFailure {
    if (onDisk(name)) {
      throw thereAlready(name);
    }
  }

  private ModelFailure thereAlready(String name) {
    return new ModelFailure(
        Reason.ALREADY_THERE,
        name + " is there already",
        "to replace it, remove the folder " + folder.resolve(name) + " first");
  }

  private static ModelFailure busy(String name) {
    return new ModelFailure(
        Reason.BUSY, "somebody is getting " + name + " right now", "wait until it is there");
  }

  private static ModelFailure unknown(String name) {
    return new ModelFailure(
        Reason.UNKNOWN_NAME, "no speech model is called " + name, "see: models list");
  }
}
