package io.kouxin.integrations.dingtalk.emulator;

import java.util.List;

/**
 * A to-do of people.
 *
 * @param source the caller's own key; empty if it gave none
 * @param executors unionIds
 * @param done unionIds of those who did it
 */
public record Todo(
    String id, String source, String subject, List<String> executors, List<String> done) {
  Todo doneBy(List<String> others) {
    return new Todo(id, source, subject, executors, others);
  }
}
