package io.kouxin.bot.alert;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.people.Person;
import java.util.List;

/** What is told about one follow-up. */
record Told(FollowUp followUp, Person rep, List<Alert> alerts) {
  List<String> labels() {
    return alerts.stream().map(Alert::label).distinct().toList();
  }

  String quote() {
    return alerts.stream().map(Alert::quote).filter(q -> !q.isEmpty()).findFirst().orElse("");
  }
}
