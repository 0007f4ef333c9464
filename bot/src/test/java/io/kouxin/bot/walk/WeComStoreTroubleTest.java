package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.wecom.emulator.Letter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the store cannot keep a message, WeCom is not told that it is kept; then it goes on. */
class WeComStoreTroubleTest {
  private static final String FIRST = "6000000000000000001";
  private static final String SECOND = "6000000000000000002";

  @TempDir private Path home;

  @Test
  void a_store_that_somebody_locked_takes_nothing_and_goes_on_when_it_is_free() throws Exception {
    String url =
        "jdbc:sqlite:"
            + home.resolve("store.db")
            + "?journal_mode=WAL&synchronous=FULL&foreign_keys=on&busy_timeout=";
    try (var corp = new Corp();
        var service =
            ServiceProcess.start(
                home, corp.settings(Map.of("SPRING_DATASOURCE_URL", url + 1_000)))) {
      begin(corp, service.client());
      try (Connection other = DriverManager.getConnection(url + 10_000);
          var sql = other.createStatement()) {
        sql.execute("BEGIN IMMEDIATE");
        assertThat(Corp.post(question(corp, service.client(), SECOND, "locked"))).isEqualTo(503);
        sql.execute("ROLLBACK");
      }
      proveGoesOn(corp, service.client(), "locked");
    }
  }

  @Test
  void a_store_that_is_away_takes_nothing_and_goes_on_when_it_is_back() throws Exception {
    Path data = Files.createDirectory(home.resolve("postgresql"));
    int port = freePort();
    try (var corp = new Corp()) {
      EmbeddedPostgres server = server(data, port);
      try (var service =
          ServiceProcess.start(
              Files.createDirectory(home.resolve("kouxin")),
              corp.settings(
                  Map.of(
                      "SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "postgres"),
                      "SPRING_DATASOURCE_USERNAME", "postgres",
                      "SPRING_DATASOURCE_PASSWORD", "postgres")))) {
        begin(corp, service.client());
        server.close();
        assertThat(Corp.post(question(corp, service.client(), SECOND, "away"))).isEqualTo(503);
        server = server(data, port);
        proveGoesOn(corp, service.client(), "away");
      } finally {
        server.close();
      }
    }
  }

  private static void begin(Corp corp, ServiceClient client) throws IOException {
    corp.calls(client);
    corp.employ(client, "EmmaStore", "en");
    assertThat(Corp.post(question(corp, client, FIRST, "before"))).isEqualTo(200);
    corp.awaitSaid("EmmaStore", "before");
  }

  /** WeCom brings what was not acknowledged again, and then all is as if nothing had been. */
  private static void proveGoesOn(Corp corp, ServiceClient client, String word) throws Exception {
    Await.until(
        "the store", Corp.PATIENCE, () -> Corp.post(question(corp, client, SECOND, word)) == 200);
    corp.awaitSaid("EmmaStore", word);
    assertThat(corp.timesSaid("EmmaStore", word)).isEqualTo(1);
    assertThat(corp.chat("EmmaStore")).hasSize(2);
    assertThat(client.items("/api/v1/dead-letters")).isEmpty();
  }

  private static Letter question(Corp corp, ServiceClient client, String id, String word) {
    return corp.letter(client, corp.text("EmmaStore", id, "find " + word));
  }

  private static EmbeddedPostgres server(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
