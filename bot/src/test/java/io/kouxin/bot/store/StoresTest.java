package io.kouxin.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoresTest {

  @ParameterizedTest
  @EnumSource
  void hands_out_stores_that_share_nothing(Stores kind) {
    try (var one = kind.open();
        var other = kind.open()) {
      JdbcClient.create(one).sql("CREATE TABLE only_here (id TEXT PRIMARY KEY)").update();
      JdbcClient.create(other).sql("CREATE TABLE only_here (id TEXT PRIMARY KEY)").update();
      JdbcClient.create(one).sql("INSERT INTO only_here VALUES ('a')").update();

      assertThat(rows(JdbcClient.create(one))).isEqualTo(1);
      assertThat(rows(JdbcClient.create(other))).isZero();
    }
  }

  private static int rows(JdbcClient jdbc) {
    return jdbc.sql("SELECT count(*) FROM only_here").query(Integer.class).single();
  }
}
