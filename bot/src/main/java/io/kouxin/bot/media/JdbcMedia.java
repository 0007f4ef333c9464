package io.kouxin.bot.media;

import io.kouxin.bot.work.Sequence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Media in the store. */
public final class JdbcMedia implements Media {
  private final JdbcClient jdbc;
  private final Clock clock;

  /** On a store. */
  public JdbcMedia(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String keep(byte[] bytes, String contentType) {
    String id = Sequence.next();
    jdbc.sql(
            """
            INSERT INTO media (id, sha256, content_type, size, bytes, created_at)
            VALUES (:id, :sha256, :type, :size, :bytes, :at)
            """)
        .param("id", id)
        .param("sha256", sha256(bytes))
        .param("type", contentType)
        .param("size", bytes.length)
        .param("bytes", bytes)
        .param("at", clock.millis())
        .update();
    return id;
  }

  @Override
  public Optional<Kept> find(String id) {
    return jdbc.sql("SELECT * FROM media WHERE id = :id")
        .param("id", id)
        .query(
            (row, number) ->
                new Kept(
                    id,
                    row.getString("sha256"),
                    row.getString("content_type"),
                    row.getBytes("bytes"),
                    Instant.ofEpochMilli(row.getLong("created_at"))))
        .optional();
  }

  @Override
  public int forgetBefore(Instant moment) {
    // The row stays as the target of references; its bytes go.
    return jdbc.sql(
            "UPDATE media SET bytes = :none, size = 0 WHERE created_at < :moment AND size > 0")
        .param("none", new byte[0])
        .param("moment", moment.toEpochMilli())
        .update();
  }

  @Override
  public void forget(String id) {
    jdbc.sql("UPDATE media SET bytes = :none, size = 0 WHERE id = :id")
        .param("none", new byte[0])
        .param("id", id)
        .update();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
