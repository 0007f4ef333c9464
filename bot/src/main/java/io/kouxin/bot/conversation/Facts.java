package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.integrations.channel.Card.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a memo's card says of a visit: what the customer has, and what comes next. */
final class Facts {
  /** Of a card on the platform that takes fewest. */
  private static final int ROWS = 6;

  /** Characters of a row on that platform. */
  private static final int ROW = 26;

  /** The kinds of tags, what matters most first. */
  private static final List<String> KINDS =
      List.of("need", "objection", "competitor", "milestone", "stakeholder");

  private Facts() {}

  /** A row for each kind of thing, so many that the next step and its time are among them. */
  static List<Row> rows(FollowUp visit, Talk talk) {
    List<Row> rows = new ArrayList<>();
    for (String kind : KINDS) {
      add(rows, talk.say("field." + kind), talk.labels(visit, kind));
    }
    add(rows, talk.say("field.action"), talk.action(visit));
    add(rows, talk.say("field.due"), talk.due(visit));
    if (rows.size() > ROWS) {
      int last = KINDS.size() - 1;
      Row both = rows.remove(last);
      Row row = rows.get(last - 1);
      rows.set(last - 1, new Row(row.label(), talk.list(row.value(), both.value())));
    }
    return rows;
  }

  private static void add(List<Row> rows, String label, String value) {
    if (!value.isBlank()) {
      rows.add(new Row(label, value));
    }
  }

  /** The rows of several visits: one for each, two where one would be cut and there is room. */
  static List<Row> rows(List<FollowUp> visits, Talk talk) {
    boolean room = 2 * visits.size() <= ROWS;
    return visits.stream().flatMap(visit -> ofSeveral(visit, room, talk)).toList();
  }

  private static Stream<Row> ofSeveral(FollowUp visit, boolean room, Talk talk) {
    String whose = talk.customerOrUnknown(visit);
    String tags = line(KINDS.stream().map(kind -> talk.labels(visit, kind)));
    String next = line(Stream.of(talk.action(visit), talk.due(visit)));
    String all = line(Stream.of(tags, next));
    if (room && all.length() > ROW && !tags.isEmpty() && !next.isEmpty()) {
      return Stream.of(new Row(whose, tags), new Row(talk.say("field.action"), next));
    }
    return Stream.of(new Row(whose, all.isEmpty() ? "“" + visit.text() + "”" : all));
  }

  private static String line(Stream<String> facts) {
    return facts.filter(fact -> !fact.isBlank()).collect(Collectors.joining("｜"));
  }

  /** All that is neither need nor objection, in words. */
  static String others(FollowUp visit, Talk talk) {
    return KINDS.stream()
        .skip(2)
        .map(kind -> talk.labels(visit, kind))
        .filter(labels -> !labels.isBlank())
        .reduce(talk::list)
        .orElse("");
  }
}
