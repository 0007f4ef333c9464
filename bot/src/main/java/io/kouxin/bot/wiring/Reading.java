package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import java.util.List;
import java.util.function.Supplier;

/** How memos are understood. */
enum Reading {
  /** By words and by what they mean. */
  MEANING("library-meaning", State.OK),
  /** By words until what they mean has been read, too. */
  BEGUN("library-reading", State.OK),
  /** By words alone, as the settings want it. */
  WORDS("library-words", State.OK),
  /** By words alone, because this machine cannot run the model. */
  NO_MODEL("library-no-meaning", State.WARNING);

  private static final String NAME = "library";

  private final String saying;
  private final State state;

  Reading(String saying, State state) {
    this.saying = saying;
    this.state = state;
  }

  /** What doctor says of it. */
  static Examination examination(Supplier<Reading> now) {
    return Examination.of(
        NAME,
        () -> {
          Reading reading = now.get();
          return List.of(new Finding(NAME, reading.state, reading.saying));
        });
  }
}
