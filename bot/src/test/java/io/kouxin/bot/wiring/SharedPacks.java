package io.kouxin.bot.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The shipped packs, read once for all chats of a test run: no conversation changes them. */
final class SharedPacks {
  static final Packs PACKS = install();
  static final LiveLibrary LIBRARY =
      new LiveLibrary(PACKS, List::of, Clock.systemUTC(), Study.ofWords());

  private SharedPacks() {}

  private static Packs install() {
    HikariDataSource store = Stores.SQLITE.open();
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(store));
    var packs = new Packs(JdbcClient.create(store), transactions, Clock.systemUTC());
    try {
      packs.installMissing(List.of("general", "medical-device"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packs;
  }
}
