package io.kouxin.bot.wiring;

import io.kouxin.integrations.wecom.ReplyWindow;
import io.kouxin.integrations.wecom.ReplyWindows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The windows of an AI bot in the store, where every node finds them. */
final class StoredWindows implements ReplyWindows {
  /** Longer than any window lives; that somebody wrote to the bot counts as long. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int LAST = 20;
  private final JdbcClient jdbc;
  private final Clock clock;

  StoredWindows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void open(ReplyWindow window) {
    jdbc.sql(
            """
            INSERT INTO reply_window (id, chat, kind, address, said, stage, opened_at, said_at,
              asked_at, version)
            VALUES (:id, :chat, :kind, :address, :said, :stage, :opened, :saidAt, :askedAt, :version)
            ON CONFLICT (id) DO NOTHING
            """)
        .param("id", window.id())
        .param("chat", window.chat())
        .param("kind", window.kind().name())
        .param("address", window.address())
        .param("said", window.said())
        .param("stage", window.stage().name())
        .param("opened", window.openedAt().toEpochMilli())
        .param("saidAt", window.saidAt().toEpochMilli())
        .param("askedAt", window.askedAt().toEpochMilli())
        .param("version", window.version())
        .update();
  }

  @Override
  public Optional<ReplyWindow> find(String id) {
    return jdbc.sql("SELECT * FROM reply_window WHERE id = :id")
        .param("id", id)
        .query(StoredWindows::window)
        .optional();
  }

  @Override
  public List<ReplyWindow> of(String chat) {
    return jdbc.sql(
            """
            SELECT * FROM reply_window WHERE chat = :chat AND stage <> 'LEFT'
            ORDER BY opened_at DESC, id DESC LIMIT :last
            """)
        .param("chat", chat)
        .param("last", LAST)
        .query(StoredWindows::window)
        .list();
  }

  @Override
  public boolean change(ReplyWindow next) {
    return jdbc.sql(
                """
                UPDATE reply_window SET address = :address, said = :said, stage = :stage,
                  said_at = :saidAt, asked_at = :askedAt, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .param("address", next.address())
            .param("said", next.said())
            .param("stage", next.stage().name())
            .param("saidAt", next.saidAt().toEpochMilli())
            .param("askedAt", next.askedAt().toEpochMilli())
            .param("id", next.id())
            .param("version", next.version())
            .update()
        == 1;
  }

  @Override
  public void leave(String chat) {
    jdbc.sql(
            """
            UPDATE reply_window SET stage = 'LEFT', version = version + 1
            WHERE chat = :chat AND stage <> 'LEFT'
            """)
        .param("chat", chat)
        .update();
  }

  /** Forgets what ended long ago. */
  void tidy() {
    jdbc.sql("DELETE FROM reply_window WHERE opened_at < :before")
        .param("before", clock.instant().minus(KEPT).toEpochMilli())
        .update();
  }

  private static ReplyWindow window(ResultSet row, int number) throws SQLException {
    return new ReplyWindow(
        row.getString("id"),
        row.getString("chat"),
        ReplyWindow.Kind.valueOf(row.getString("kind")),
        row.getString("address"),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        row.getString("said"),
        Instant.ofEpochMilli(row.getLong("said_at")),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        ReplyWindow.Stage.valueOf(row.getString("stage")),
        row.getInt("version"));
  }
}
