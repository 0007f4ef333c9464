package io.kouxin.bot.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store: SQLite in the home folder, or the PostgreSQL that the settings name. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {
  private static final String SQLITE_OPTIONS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=on&jdbc.get_generated_keys=false";

  private static final Duration AWAY = Duration.ofSeconds(2);

  /** Which of the two it is. */
  enum Kind {
    SQLITE,
    POSTGRESQL
  }

  @Bean(destroyMethod = "close")
  Home home(KouxinSettings settings) {
    return Home.take(settings.home());
  }

  @Bean
  Kind storeKind(DataSourceProperties properties) {
    String url = properties.getUrl();
    if (url == null || url.isBlank() || url.startsWith("jdbc:sqlite:")) {
      return Kind.SQLITE;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return Kind.POSTGRESQL;
    }
    throw new WrongSetting(
        "spring.datasource.url",
        "Kouxin keeps its state in SQLite (leave it empty) or PostgreSQL (jdbc:postgresql:…).");
  }

  @Bean(destroyMethod = "close")
  DataSource dataSource(Home home, Kind kind, DataSourceProperties properties) {
    return switch (kind) {
      case SQLITE -> sqlite(home, properties);
      case POSTGRESQL -> {
        var pool = properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
        pool.setMaximumPoolSize(32);
        // Platforms give up after five seconds, some after two and a half: a store that is away
        // is no reason to let them wait longer, and whoever works tries again by himself.
        pool.setConnectionTimeout(AWAY.toMillis());
        yield pool;
      }
    };
  }

  /** One connection: it is the lock around writes. What arrives is let in before work goes on. */
  private static DataSource sqlite(Home home, DataSourceProperties properties) {
    String url = properties.getUrl();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(
        url == null || url.isBlank()
            ? "jdbc:sqlite:" + home.resolve("store.db") + SQLITE_OPTIONS
            : url);
    pool.setMaximumPoolSize(1);
    return new OneConnection(pool);
  }

  @Bean
  FlywayConfigurationCustomizer storeTypes(Kind kind) {
    Map<String, String> types =
        switch (kind) {
          case SQLITE -> Map.of("instant", "BIGINT", "bytes", "BLOB");
          case POSTGRESQL -> Map.of("instant", "TIMESTAMPTZ", "bytes", "BYTEA");
        };
    return flyway -> flyway.placeholders(types);
  }
}
