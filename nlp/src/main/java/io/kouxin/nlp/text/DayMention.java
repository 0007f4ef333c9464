package io.kouxin.nlp.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;

/**
 * A day that was named, before its hour is known.
 *
 * @param end index behind the last character
 * @param date the nearest day it can mean, today included
 * @param later the next day it can mean when that one is past, or the same day when there is none
 * @param part the part of the day that came with it (今晚), else {@link DayPart#NONE}
 */
record DayMention(int end, LocalDate date, UnaryOperator<LocalDate> later, DayPart part) {

  static DayMention fixed(int end, LocalDate date) {
    return new DayMention(end, date, UnaryOperator.identity(), DayPart.NONE);
  }

  static DayMention rolling(int end, LocalDate date, UnaryOperator<LocalDate> later) {
    return new DayMention(end, date, later, DayPart.NONE);
  }

  DayMention in(DayPart named) {
    return new DayMention(end, date, later, named);
  }

  /** The date, moved on when the whole expression would lie before now. */
  LocalDateTime resolve(UnaryOperator<LocalDateTime> hour, LocalDateTime now) {
    LocalDateTime first = hour.apply(date.atStartOfDay());
    return first.isBefore(now) ? hour.apply(later.apply(date).atStartOfDay()) : first;
  }
}
