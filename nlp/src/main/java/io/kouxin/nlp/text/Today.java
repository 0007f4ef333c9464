package io.kouxin.nlp.text;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * From where times are counted.
 *
 * @param time the local moment at which the memo was said
 * @param calendar which days are worked
 */
record Today(LocalDateTime time, WorkCalendar calendar) {

  LocalDate date() {
    return time.toLocalDate();
  }
}
