package io.kouxin.nlp.speech;

import java.nio.file.Path;

/** The store of models that the tests share, so that the English model is unpacked once a build. */
final class TestModels {
  private TestModels() {}

  static ModelStore store() {
    return new ModelStore(Path.of("target", "test-models"), ModelSource.home());
  }
}
