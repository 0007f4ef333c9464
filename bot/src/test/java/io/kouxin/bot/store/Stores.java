package io.kouxin.bot.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Empty, migrated stores for tests, of both kinds. Flyway runs once a kind and JVM; each call hands
 * out a copy of its result, so that a fresh store costs milliseconds and no test sees another's
 * rows.
 */
public enum Stores {
  /** A file in a temporary folder, with the options of the real one and a pool of one. */
  SQLITE {
    @Override
    public HikariDataSource open() {
      return sqlite();
    }
  },
  /** A real PostgreSQL from Maven packages, one server per JVM, one database per call. */
  POSTGRESQL {
    @Override
    public HikariDataSource open() {
      return postgresql();
    }
  };

  private static final String SQLITE_OPTIONS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=on&jdbc.get_generated_keys=false";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new empty store; the caller closes it. */
  public abstract HikariDataSource open();

  private static HikariDataSource sqlite() {
    try {
      Path file = Sqlite.FOLDER.resolve("store-" + COUNT.incrementAndGet() + ".db");
      Files.copy(Sqlite.MIGRATED, file);
      file.toFile().deleteOnExit();
      return pool("jdbc:sqlite:" + file + SQLITE_OPTIONS, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HikariDataSource postgresql() {
    String name = "store_" + COUNT.incrementAndGet();
    Postgresql.execute("CREATE DATABASE " + name + " TEMPLATE migrated");
    return pool(Postgresql.SERVER.getJdbcUrl("postgres", name), 4);
  }

  private static HikariDataSource pool(String url, int size) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(size);
    return pool;
  }

  private static void migrate(String url, Map<String, String> types) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .placeholders(types)
        .load()
        .migrate();
  }

  private static final class Sqlite {
    static final Path FOLDER = folder();
    static final Path MIGRATED = FOLDER.resolve("migrated.db");

    static {
      // No WAL here: the file alone must be the whole store, or a copy of it would miss rows.
      migrate("jdbc:sqlite:" + MIGRATED, Map.of("instant", "BIGINT", "bytes", "BLOB"));
      MIGRATED.toFile().deleteOnExit();
    }

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("kouxin-stores");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Postgresql {
    static final EmbeddedPostgres SERVER = start();

    static {
      execute("CREATE DATABASE migrated");
      migrate(
          SERVER.getJdbcUrl("postgres", "migrated"),
          Map.of("instant", "TIMESTAMPTZ", "bytes", "BYTEA"));
    }

    private static EmbeddedPostgres start() {
      try {
        // Ten seconds, its default, are not enough on a machine that builds other things as well.
        return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void execute(String sql) {
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
