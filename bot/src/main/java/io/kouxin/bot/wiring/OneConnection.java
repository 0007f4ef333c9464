package io.kouxin.bot.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool of one connection that is handed out by {@link Turns}. */
final class OneConnection extends DelegatingDataSource implements AutoCloseable {
  private final HikariDataSource pool;
  private final Turns turns = new Turns();

  OneConnection(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      if (!turns.take(Duration.ofMillis(pool.getConnectionTimeout()))) {
        throw new SQLTransientConnectionException("The store was busy for too long.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while the store was busy", e);
    }
    boolean given = false;
    try {
      Connection connection = untilClosed(pool.getConnection());
      given = true;
      return connection;
    } finally {
      if (!given) {
        turns.leave();
      }
    }
  }

  private Connection untilClosed(Connection connection) {
    var open = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (method.getName().equals("close") && open.getAndSet(false)) {
                  turns.leave();
                }
              }
            });
  }

  @Override
  public void close() {
    pool.close();
  }
}
