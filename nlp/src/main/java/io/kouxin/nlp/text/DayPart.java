package io.kouxin.nlp.text;

import java.time.LocalTime;

/** A part of the day with the hour that stands for it. */
enum DayPart {
  NONE(LocalTime.of(9, 0), LocalTime.of(18, 0)),
  DAWN(LocalTime.of(6, 0), LocalTime.of(6, 0)),
  MORNING(LocalTime.of(9, 0), LocalTime.of(12, 0)),
  NOON(LocalTime.of(12, 0), LocalTime.of(12, 0)),
  AFTERNOON(LocalTime.of(14, 0), LocalTime.of(18, 0)),
  DUSK(LocalTime.of(18, 0), LocalTime.of(18, 0)),
  EVENING(LocalTime.of(19, 0), LocalTime.of(18, 0));

  private final LocalTime start;
  private final LocalTime deadline;

  DayPart(LocalTime start, LocalTime deadline) {
    this.start = start;
    this.deadline = deadline;
  }

  /** When it begins, as far as a reminder goes. */
  LocalTime start() {
    return start;
  }

  /** What "before" this part means: 上午之前 is noon, a bare day is the end of its working hours. */
  LocalTime deadline() {
    return deadline;
  }

  /**
   * An hour as it was said, on the 24-hour clock: afternoon and evening move 1–11 behind noon, and
   * without a part of the day 1–6 are hours of business, not of the night.
   *
   * @param hour 0 to 24; midnight at the end of an evening is 24
   */
  int hourOfDay(int hour) {
    return switch (this) {
      case AFTERNOON, DUSK -> hour < 12 ? hour + 12 : hour;
      case EVENING -> hour < 12 ? hour + 12 : hour == 12 ? 24 : hour;
      case NOON -> hour < 10 ? hour + 12 : hour;
      case NONE -> hour >= 1 && hour <= 6 ? hour + 12 : hour;
      case DAWN -> hour == 12 ? 0 : hour;
      case MORNING -> hour;
    };
  }
}
