package io.kouxin.nlp.speech;

import java.nio.file.Path;

/**
 * A process of its own that adds a model: {@code FOLDER NAME ZIP}; prints the reason if it cannot.
 */
final class AddModelMain {
  public static void main(String[] args) {
    try {
      new ModelStore(Path.of(args[0]), ModelSource.home()).add(args[1], Path.of(args[2]));
    } catch (ModelFailure e) {
      System.out.println(e.reason());
      System.exit(1);
    }
  }
}
