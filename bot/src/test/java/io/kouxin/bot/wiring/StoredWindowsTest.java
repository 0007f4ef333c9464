package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.wecom.ReplyWindow;
import io.kouxin.integrations.wecom.ReplyWindow.Kind;
import io.kouxin.integrations.wecom.ReplyWindow.Stage;
import io.kouxin.integrations.wecom.ReplyWindows;
import io.kouxin.integrations.wecom.ReplyWindowsContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The windows of an AI bot, in each kind of store. */
class StoredWindowsTest {

  abstract static class InAStore implements ReplyWindowsContract {
    private final HikariDataSource store;
    private final StoredWindows windows;

    InAStore(Stores kind) {
      store = kind.open();
      Instant later = NOW.plus(StoredWindows.KEPT).plus(Duration.ofDays(1));
      windows = new StoredWindows(JdbcClient.create(store), Clock.fixed(later, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
      store.close();
    }

    @Override
    public ReplyWindows windows() {
      return windows;
    }

    @Test
    void what_ended_long_ago_is_forgotten() {
      windows.open(
          new ReplyWindow(
              "a", "lisi", Kind.TAP, "", NOW, "", Instant.EPOCH, Instant.EPOCH, Stage.OPEN, 0));
      windows.tidy();
      assertThat(windows.find("a")).isEmpty();
    }
  }

  @Nested
  class Sqlite extends InAStore {
    Sqlite() {
      super(Stores.SQLITE);
    }
  }

  @Nested
  class Postgresql extends InAStore {
    Postgresql() {
      super(Stores.POSTGRESQL);
    }
  }
}
