package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.walk.ServiceClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A store that somebody else has, and a store that is full. */
class StoreTroubleTest {
  private static final String REP = "zhangsan";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** SQLite may grow by so many pages of 4096 bytes; stands for a disk with so much room. */
  private static final int ROOM = 60;

  @TempDir private Path home;

  @Test
  void a_second_service_on_the_same_home_says_who_is_first_and_ends() throws Exception {
    try (var first = ServiceProcess.start(home, Map.of())) {
      ServiceProcess.Ended second = ServiceProcess.startInVain(home, Map.of());
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.said())
          .contains("Another Kouxin already runs on " + home)
          .contains("(" + first.client().home() + ")")
          .contains("Stop it first, or set KOUXIN_HOME to another folder.")
          .doesNotContain("\tat ");
      assertThat(first.client().get("/actuator/health").status()).isEqualTo(200);
    }
  }

  @Test
  void a_full_disk_refuses_in_words_keeps_what_it_took_and_goes_on_when_there_is_room()
      throws Exception {
    ServiceProcess.start(home, Map.of()).close();
    long pages = fill();
    String url = store() + "&max_page_count=" + (pages + ROOM);
    try (var service = ServiceProcess.start(home, Map.of("SPRING_DATASOURCE_URL", url))) {
      ServiceClient client = service.client();
      List<String> accepted = new ArrayList<>();
      Answer refused = sayUntilFull(client, accepted);
      assertThat(refused.status()).as("%s", refused).isEqualTo(507);
      assertThat(refused.detail()).contains("no room left", "was not saved", "send it again");
      assertThat(client.chat(REP)).as("it can still be read").isNotEmpty();
      assertThat(service.said()).contains("The store is full.");
      makeRoom();
      Await.until("there is room", PATIENCE, () -> client.say(REP, "帮助").status() == 202);
      Await.until("all of it is done", PATIENCE, () -> isDone(client, accepted));
      assertThat(client.items("/api/v1/dead-letters")).isEmpty();
      assertThat(client.followUps(REP)).isNotEmpty();
    }
  }

  private static Answer sayUntilFull(ServiceClient client, List<String> accepted)
      throws IOException {
    String memo = "今天去华康医院见了王主任，对方说我们比迈瑞贵。" + "说了很多。".repeat(1_500);
    for (int i = 0; i < 10_000; i++) {
      Answer answer = client.say(REP, memo);
      if (answer.status() != 202) {
        return answer;
      }
      accepted.add(answer.body().path("id").asString(""));
    }
    throw new AssertionError("never full");
  }

  private static boolean isDone(ServiceClient client, List<String> accepted) throws IOException {
    List<JsonNode> chat = client.chat(REP);
    return accepted.stream()
        .allMatch(
            id ->
                chat.stream()
                    .anyMatch(
                        item ->
                            item.path("id").asString("").equals(id)
                                && item.path("state").asString("").equals("sent")));
  }

  private String store() {
    return "jdbc:sqlite:"
        + home.resolve("store.db")
        + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=on";
  }

  /** Something else on the disk, which can be thrown away later; returns the pages in use. */
  private long fill() throws SQLException {
    try (Connection store = DriverManager.getConnection(store());
        Statement sql = store.createStatement()) {
      sql.execute("CREATE TABLE ballast (bytes BLOB)");
      sql.execute("INSERT INTO ballast VALUES (zeroblob(8000000))");
      try (var pages = sql.executeQuery("PRAGMA page_count")) {
        return pages.getLong(1);
      }
    }
  }

  private void makeRoom() throws SQLException {
    try (Connection store = DriverManager.getConnection(store());
        Statement sql = store.createStatement()) {
      sql.execute("DROP TABLE ballast");
    }
  }
}
