package io.kouxin.bot.walk;

import io.kouxin.integrations.wecom.emulator.SentMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares what the platform was promised with what lies in the store and with what stands in the
 * chats, when all work is done.
 */
final class DoorLedger {
  private final Corp corp;
  private final Store store;
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> outOfOrder = new ArrayList<>();

  /** Opens a connection to the store of the service. */
  interface Store {
    Connection open() throws SQLException;
  }

  /** A message in the inbox. */
  private record Kept(String id, String state) {}

  DoorLedger(Corp corp, Store store) {
    this.corp = corp;
    this.store = store;
  }

  List<String> lost() {
    return List.copyOf(lost);
  }

  List<String> doubled() {
    return List.copyOf(doubled);
  }

  List<String> outOfOrder() {
    return List.copyOf(outOfOrder);
  }

  /** How many repeats WeCom kept away from its members. */
  int swallowed() {
    return corp.emulator().sent().stream().mapToInt(sent -> sent.receipt().swallowed()).sum();
  }

  /** How many messages WeCom dropped because a member got too many. */
  long dropped() {
    return corp.emulator().sent().stream().filter(SentMessage::isDropped).count();
  }

  /** Whether nothing waits any more. */
  boolean isAtRest() throws SQLException {
    return number("SELECT COUNT(*) FROM inbox WHERE done_at IS NULL") == 0
        && number("SELECT COUNT(*) FROM outbox WHERE state = 'WAITING'") == 0
        && number("SELECT COUNT(*) FROM journal WHERE waiting") == 0;
  }

  /** One number from the store. */
  long number(String sql) throws SQLException {
    try (Connection connection = store.open();
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Looks at everything that one member was promised. */
  void check(CrowdMember member, Map<String, String> inbox) throws SQLException {
    List<SentMessage> chat = corp.chat(member.user());
    int last = -1;
    for (Said said : member.acknowledged()) {
      List<Integer> answers = answers(said, chat, inbox);
      note(said, "answers", answers.size());
      if (!answers.isEmpty()) {
        if (answers.getFirst() < last) {
          outOfOrder.add(said.toString());
        }
        last = answers.getFirst();
      }
    }
  }

  /** Where the answers stand in the chat. */
  private static List<Integer> answers(
      Said said, List<SentMessage> chat, Map<String, String> inbox) {
    String mark =
        said.kind() == Said.Kind.MEMO ? "card@" + inbox.get(said.messageId()) : said.mark();
    return IntStream.range(0, chat.size())
        .filter(at -> chat.get(at).content().body().toString().contains(mark))
        .boxed()
        .toList();
  }

  /** Every promised message is in the inbox once and done once; gives our ids by WeCom's. */
  Map<String, String> checkStore(List<CrowdMember> members) throws SQLException {
    Map<String, Kept> inbox = inbox();
    Map<String, Long> works = works();
    Map<String, String> ids = new HashMap<>();
    for (CrowdMember member : members) {
      for (Said said : member.acknowledged()) {
        Optional<Kept> kept = Optional.ofNullable(inbox.get(said.messageId()));
        if (kept.filter(row -> row.state().equals("DONE")).isEmpty()) {
          lost.add(said + " in the inbox: " + kept);
        }
        kept.ifPresent(row -> ids.put(said.messageId(), row.id()));
        kept.ifPresent(row -> note(said, "effects", works.getOrDefault(row.id(), 0L)));
      }
    }
    return ids;
  }

  private void note(Said said, String what, long times) {
    if (times == 0) {
      lost.add("no " + what + " of " + said);
    } else if (times > 1) {
      doubled.add(times + " " + what + " of " + said);
    }
  }

  private Map<String, Kept> inbox() throws SQLException {
    Map<String, Kept> kept = new HashMap<>();
    try (Connection connection = store.open();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT message_id, id, state FROM inbox"
                        + " WHERE channel = 'wecom' AND kind <> 'TAP'")) {
      while (rows.next()) {
        Kept before = kept.put(rows.getString(1), new Kept(rows.getString(2), rows.getString(3)));
        if (before != null) {
          doubled.add("inbox rows of " + rows.getString(1));
        }
      }
    }
    return kept;
  }

  /** How many records were opened from a message, or answers queued. */
  private Map<String, Long> works() throws SQLException {
    Map<String, Long> works = new HashMap<>();
    for (String sql :
        List.of(
            "SELECT f.message, COUNT(*) FROM journal j JOIN follow_up f ON f.id = j.subject"
                + " WHERE j.kind = 'follow-up.opened' GROUP BY f.message",
            "SELECT substr(message, 6), COUNT(*) FROM outbox WHERE message LIKE 'said:%'"
                + " GROUP BY substr(message, 6)")) {
      try (Connection connection = store.open();
          var rows = connection.createStatement().executeQuery(sql)) {
        while (rows.next()) {
          works.merge(rows.getString(1), rows.getLong(2), Long::sum);
        }
      }
    }
    return works;
  }
}
