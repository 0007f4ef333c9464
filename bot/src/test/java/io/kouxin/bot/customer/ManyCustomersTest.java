package io.kouxin.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints what it measures; the bounds are far above it, for slow machines. */
class ManyCustomersTest {
  private static final int MANY = 20_000;
  private static final String[] PLACES = {
    "上海", "华东市", "临江县", "东岭区", "江苏省", "青云市", "北川县", "南湖区", "石桥镇", "成都"
  };
  private static final String[] KINDS = {
    "医院", "人民医院", "骨科医院", "口腔诊所", "医疗器械有限公司", "精密机械有限公司", "大药房", "中医院"
  };
  private static final String OWN = "安博川德恩方广海和吉康丽明宁平庆瑞盛泰维祥新信雅益远泽正志中";

  @Test
  void a_memo_finds_its_customer_quickly_among_twenty_thousand() {
    try (HikariDataSource store = Stores.SQLITE.open()) {
      var customers =
          new JdbcCustomers(
              JdbcClient.create(store),
              new TransactionTemplate(new JdbcTransactionManager(store)),
              Clock.systemUTC());
      List<NewCustomer> many = many();
      Duration imported = time(() -> customers.addMissing(many));
      var known = new KnownCustomers(customers);
      known.mentions("暖", Locale.CHINA);

      customers.add(NewCustomer.named("最后来的那家医院", "me"));
      Duration rebuilt = time(() -> known.mentions("好", Locale.CHINA));
      long[] micros = memos(known, many);
      Arrays.sort(micros);
      Duration searched = time(() -> known.search("瑞康", 10));

      System.out.printf(
          "customers %d: import %d ms; index again after one change %d ms; mentions p50 %d us, p99"
              + " %d us; search %d ms%n",
          MANY,
          imported.toMillis(),
          rebuilt.toMillis(),
          micros[micros.length / 2],
          micros[micros.length * 99 / 100],
          searched.toMillis());
      assertThat(micros[micros.length / 2]).isLessThan(50_000);
      assertThat(rebuilt).isLessThan(Duration.ofSeconds(20));
    }
  }

  /** How long each of 300 memos took; every one of them must find its customer. */
  private static long[] memos(KnownCustomers known, List<NewCustomer> many) {
    long[] micros = new long[300];
    var random = new Random(20_000);
    for (int i = 0; i < micros.length; i++) {
      String name = many.get(random.nextInt(MANY)).name();
      String memo = "今天去了" + name + "，张主任提到关节镜手术后患者投诉疼痛管理不到位，比迈瑞贵，下周三下午三点再去";
      long start = System.nanoTime();
      var matches = known.mentions(memo, Locale.CHINA);
      micros[i] = (System.nanoTime() - start) / 1_000;
      assertThat(matches).anyMatch(match -> match.customer().name().equals(name));
    }
    return micros;
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static List<NewCustomer> many() {
    var random = new Random(1);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < MANY) {
      var own = new StringBuilder();
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        own.append(OWN.charAt(random.nextInt(OWN.length())));
      }
      names.add(PLACES[random.nextInt(PLACES.length)] + own + KINDS[random.nextInt(KINDS.length)]);
    }
    List<NewCustomer> customers = new ArrayList<>();
    for (String name : names) {
      customers.add(
          new NewCustomer(
              Optional.of("C" + customers.size()),
              name,
              List.of(),
              List.of(new Contact("张主任", "主任")),
              Optional.empty()));
    }
    return customers;
  }
}
