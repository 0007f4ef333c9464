import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what the door acknowledged with what the store has: nothing may be lost, nothing may be
 * there twice; and once the queue is empty, whether each message was worked on and answered. See
 * README.md beside this file.
 */
public final class DoorCheck {
  private final Connection store;
  private boolean good = true;

  private DoorCheck(Connection store) {
    this.store = store;
  }

  public static void main(String[] args) throws Exception {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      given.put(args[i], args[i + 1]);
    }
    if (!given.containsKey("--acks") || !given.containsKey("--store")) {
      System.err.println(
          "java -cp DRIVER.jar DoorCheck.java --acks FILE --store jdbc:sqlite:…|jdbc:postgresql:…"
              + " [--wait SECONDS]");
      System.exit(2);
      return;
    }
    List<String> acks = Files.readAllLines(Path.of(given.get("--acks")));
    try (var store = DriverManager.getConnection(given.get("--store"))) {
      var check = new DoorCheck(store);
      check.kept(acks);
      long patience = Long.parseLong(given.getOrDefault("--wait", "0"));
      if (check.emptied(patience)) {
        check.answered();
      }
      System.exit(check.good ? 0 : 1);
    }
  }

  private void kept(List<String> acks) throws SQLException {
    Set<String> rows =
        new HashSet<>(words("SELECT DISTINCT message_id FROM inbox WHERE channel = 'wecom'"));
    Set<String> acked = new HashSet<>(acks);
    expect("acknowledged twice", acks.size() - acked.size());
    expect("acknowledged and lost", acked.stream().filter(id -> !rows.contains(id)).count());
    expect(
        "kept twice",
        number(
            "SELECT COUNT(*) FROM (SELECT message_id FROM inbox WHERE channel = 'wecom'"
                + " GROUP BY message_id HAVING COUNT(*) > 1) AS twice"));
    System.out.printf(
        "%d acknowledged, %d kept; %d of these without an acknowledgement that arrived%n",
        acked.size(), rows.size(), rows.stream().filter(id -> !acked.contains(id)).count());
  }

  private boolean emptied(long patience) throws Exception {
    String waiting = "SELECT COUNT(*) FROM inbox WHERE channel = 'wecom' AND state = 'READY'";
    String leaving = "SELECT COUNT(*) FROM outbox WHERE state = 'WAITING'";
    long begin = System.nanoTime();
    long left = number(waiting) + number(leaving);
    while (left > 0 && System.nanoTime() - begin < patience * 1_000_000_000L) {
      Thread.sleep(2_000); // a look now and then must not keep the service from its work
      left = number(waiting) + number(leaving);
    }
    System.out.printf(
        "%s after %d s: %d messages wait to be worked on, %d to leave%n",
        left == 0 ? "empty" : "not empty",
        (System.nanoTime() - begin) / 1_000_000_000L,
        number(waiting),
        number(leaving));
    return left == 0;
  }

  private void answered() throws SQLException {
    System.out.println(
        "what became of them: "
            + words(
                "SELECT state || ' ' || COUNT(*) FROM inbox WHERE channel = 'wecom' GROUP BY state"));
    System.out.println(
        "what was said: "
            + words(
                "SELECT kind || ' ' || state || ' ' || COUNT(*) FROM outbox GROUP BY kind, state"));
    System.out.println("follow-ups: " + number("SELECT COUNT(*) FROM follow_up"));
    expect("put aside", number("SELECT COUNT(*) FROM dead_letter"));
    expect(
        "worked on without a follow-up",
        number(
            "SELECT COUNT(*) FROM inbox i WHERE channel = 'wecom' AND state = 'DONE' AND NOT EXISTS"
                + " (SELECT 1 FROM follow_up f WHERE f.message = i.id)"));
    expect(
        "follow-ups made twice of one message",
        number(
            "SELECT COUNT(*) FROM (SELECT message FROM follow_up GROUP BY message"
                + " HAVING COUNT(*) > 1) AS twice"));
    expect(
        "follow-ups whose card was not queued",
        number(
            "SELECT COUNT(*) FROM follow_up f WHERE NOT EXISTS"
                + " (SELECT 1 FROM outbox o WHERE o.message = 'card:' || f.message"
                + " OR o.subject = f.id)"));
    expect(
        "cards said twice",
        number(
            "SELECT COUNT(*) FROM (SELECT message FROM outbox GROUP BY message"
                + " HAVING COUNT(*) > 1) AS twice"));
  }

  private void expect(String what, long number) {
    System.out.println((number == 0 ? "good: " : "WRONG: ") + what + ": " + number);
    good &= number == 0;
  }

  private long number(String query) throws SQLException {
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private List<String> words(String query) throws SQLException {
    try (Statement statement = store.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> words = new java.util.ArrayList<>();
      while (rows.next()) {
        words.add(rows.getString(1));
      }
      return words;
    }
  }
}
