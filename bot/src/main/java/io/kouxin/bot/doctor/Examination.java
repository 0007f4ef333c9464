package io.kouxin.bot.doctor;

import java.util.List;
import java.util.function.Supplier;

/** Looks at one place; what it throws says only that this place could not be looked at. */
public interface Examination {

  /** Of the place, for programs and for when nothing is found out in time. */
  String name();

  /** What is there; at least one finding, also when all is well. */
  List<Finding> findings();

  /** An examination from its parts. */
  static Examination of(String name, Supplier<List<Finding>> findings) {
    return new Examination() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Finding> findings() {
        return findings.get();
      }
    };
  }
}
