package io.kouxin.bot.console;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Recognises that something failed because nothing more fits into the store or on the disk. */
final class FullDisk {
  /** PostgreSQL's {@code disk_full}, of its appendix "Error Codes". */
  private static final String POSTGRESQL = "53100";

  static final String ADVICE =
      "There is no room left where Kouxin keeps its state, so this was not saved. What was accepted"
          + " before is safe. Make room on that disk, then send it again.";

  private FullDisk() {}

  /** Whether that is among the causes of this failure. */
  static boolean caused(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, FullDisk::before)
        .anyMatch(FullDisk::says);
  }

  /** SQLite rolls back by itself when it is full; that ours then fails hides why. */
  private static @Nullable Throwable before(Throwable failure) {
    return failure instanceof TransactionSystemException rollback
            && rollback.getApplicationException() != null
        ? rollback.getApplicationException()
        : failure.getCause();
  }

  private static boolean says(Throwable cause) {
    return switch (cause) {
      case SQLiteException sqlite -> sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
      case SQLException sql -> POSTGRESQL.equals(sql.getSQLState());
      case IOException file ->
          // The JDK passes on the words of the system, and nothing else that could be asked.
          Optional.ofNullable(file.getMessage()).orElse("").contains("No space left");
      default -> false;
    };
  }
}
