package io.kouxin.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.store.Stores;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KnownCustomersTest {
  private final HikariDataSource store = Stores.SQLITE.open();
  private final Customers customers =
      new JdbcCustomers(
          JdbcClient.create(store),
          new TransactionTemplate(new JdbcTransactionManager(store)),
          Clock.systemUTC());
  private final KnownCustomers known = new KnownCustomers(customers);

  @BeforeEach
  void add() {
    customers.addMissing(
        List.of(
            customer("DZ1001", "华东市第一人民医院", "市一医院|市一", "张主任"),
            customer("DZ1002", "华康医院", "华康", "王主任"),
            customer("DZ1003", "华抗医院", "", "孙院长"),
            customer("DZ1004", "云溪县中医院", "", "刘主任"),
            customer("DZ1006", "东岭区人民医院", "", "吴主任"),
            customer("DZ1007", "博宁骨科医院", "", "何院长"),
            customer("DZ2001", "启程精密机械有限公司", "", "钱厂长"),
            customer("UK3001", "Riverside Hospital", "", "Dr Patel"),
            customer("UK3002", "St Mary's Clinic", "", "Sister Brown"),
            customer("UK3003", "Northgate Surgical Ltd", "North Gate", "James Reed")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({
    "今天去了博宁骨科医院见何院长,               博宁骨科医院,         NAME",
    "今天 去 了 博宁 骨科 医院 见 了 院长,       博宁骨科医院,         NAME",
    "刚从市一医院出来，主任说要比价,            华东市第一人民医院,    ALIAS",
    "去云溪县中医院谈了培训,                    云溪县中医院,          NAME",
    "dz1004 这家下周三要报价,                   云溪县中医院,          CODE",
    "去了渤宁骨科医院,                          博宁骨科医院,         SOUND",
    "去了博林骨科医院又去了波宁骨科医院,        博宁骨科医院,         SOUND",
    "跟启程精密机械的钱厂长吃饭,                启程精密机械有限公司,  NAME",
    "然后启程精密机械钱厂长说要招标了,            启程精密机械有限公司,  NAME",
    "拜访启程精密机械有限公司,                  启程精密机械有限公司,  NAME",
    "visited riverside hospital this morning,   Riverside Hospital,    NAME",
    "Met the team at Saint Marys Clinic today., St Mary's Clinic,      NAME",
    "saw St. Mary's Clinic again,               St Mary's Clinic,      NAME",
    "went to north gate about the quote,        Northgate Surgical Ltd, ALIAS",
    "call Northgate Surgical on Friday,         Northgate Surgical Ltd, NAME",
    "went to Northgate on Friday,               Northgate Surgical Ltd, NAME",
    "went to Riverside on Friday,               Riverside Hospital,    NAME",
    "在博宁谈了一上午,                          博宁骨科医院,          NAME",
  })
  void a_customer_that_was_said_plainly_is_found_and_certain(String memo, String name, How how) {
    List<CustomerMatch> found = known.mentions(memo, Locale.CHINA);

    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().customer().name()).isEqualTo(name);
    assertThat(found.getFirst().how()).isEqualTo(how);
    assertThat(found.getFirst().certain()).isTrue();
  }

  @Test
  void two_that_sound_the_same_are_both_there_and_neither_is_certain() {
    for (String memo : new String[] {"今天去了华康医院", "今天去了华抗医院", "今天去了话康医院"}) {
      List<CustomerMatch> found = known.mentions(memo, Locale.CHINA);

      assertThat(names(found)).containsExactlyInAnyOrder("华康医院", "华抗医院");
      assertThat(found).noneMatch(CustomerMatch::certain);
    }
    assertThat(known.mentions("今天去了华抗医院", Locale.CHINA).getFirst().customer().name())
        .isEqualTo("华抗医院");
  }

  @Test
  void a_part_that_many_share_offers_them_all_and_decides_for_none() {
    List<CustomerMatch> found = known.mentions("今天去了人民医院", Locale.CHINA);

    assertThat(names(found)).containsExactlyInAnyOrder("华东市第一人民医院", "东岭区人民医院");
    assertThat(found).noneMatch(CustomerMatch::certain).allMatch(m -> m.score() < 0.6);
  }

  @Test
  void the_longer_name_is_meant_and_not_the_part_inside_it() {
    List<CustomerMatch> found = known.mentions("今天去了东岭区人民医院", Locale.CHINA);

    assertThat(names(found)).containsExactly("东岭区人民医院");
    assertThat(found.getFirst().certain()).isTrue();
  }

  @Test
  void somebody_who_works_there_is_only_a_hint() {
    List<CustomerMatch> found = known.mentions("张主任提到术后疼痛管理不到位", Locale.CHINA);

    assertThat(names(found)).containsExactly("华东市第一人民医院");
    assertThat(found.getFirst().how()).isEqualTo(How.CONTACT);
    assertThat(found.getFirst().certain()).isFalse();
  }

  @Test
  void a_known_face_ranks_one_of_the_possible_first_and_still_asks() {
    List<CustomerMatch> found = known.mentions("人民医院的吴主任说贵", Locale.CHINA);

    assertThat(found.getFirst().customer().name()).isEqualTo("东岭区人民医院");
    assertThat(names(found)).hasSize(2);
    assertThat(found).noneMatch(CustomerMatch::certain);
  }

  @Test
  void two_visits_in_one_memo_are_two_certain_customers() {
    String memo = "第一家是博宁骨科医院，第二家是云溪县中医院";

    List<CustomerMatch> found = known.mentions(memo, Locale.CHINA);

    assertThat(names(found)).containsExactlyInAnyOrder("博宁骨科医院", "云溪县中医院");
    assertThat(found).allMatch(CustomerMatch::certain);
    assertThat(found).allSatisfy(m -> assertThat(m.span().of(memo)).isEqualTo(m.customer().name()));
  }

  @Test
  void a_name_that_goes_on_as_another_one_is_not_certain() {
    customers.add(customer("X1", "明远康复医院", "明远", ""));

    assertThat(known.mentions("今天去了明远药业谈合作", Locale.CHINA))
        .isNotEmpty()
        .noneMatch(CustomerMatch::certain);
    assertThat(known.mentions("今天去了明远谈合作", Locale.CHINA).getFirst().certain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "👍👍",
        "下周三下午三点再去",
        "北岸 river 边上",
        "he is on the riverside path",
        "他们说医院预算没了",
        "。。。，，，",
        "marys little lamb",
        "the hospital said no",
      })
  void words_that_name_nobody_are_certain_of_nobody(String memo) {
    assertThat(known.mentions(memo, Locale.CHINA)).noneMatch(CustomerMatch::certain);
  }

  @Test
  void a_name_does_not_reach_over_a_comma() {
    assertThat(known.mentions("他们说云溪县，中医院", Locale.CHINA)).noneMatch(CustomerMatch::certain);
  }

  @Test
  void a_word_is_not_found_inside_another_word() {
    assertThat(known.mentions("the riversidehospital", Locale.ENGLISH)).isEmpty();
  }

  @Test
  void a_hundred_kilobytes_of_text_are_read_only_so_far_and_fast() {
    String memo = "今天去了博宁骨科医院，" + "人民医院的王主任说华康太贵。".repeat(8_000);

    assertThat(names(known.mentions(memo, Locale.CHINA))).contains("博宁骨科医院");
  }

  @Test
  void an_added_customer_is_found_at_once_and_so_is_its_new_name() {
    assertThat(known.mentions("去了安禾口腔诊所", Locale.CHINA)).isEmpty();

    String id = customers.add(NewCustomer.named("安禾口腔诊所", "me")).id();
    assertThat(known.mentions("去了安禾口腔诊所", Locale.CHINA).getFirst().certain()).isTrue();

    customers.rename(id, "安禾国际齿科");
    assertThat(known.mentions("去了安禾国际齿科", Locale.CHINA).getFirst().certain()).isTrue();
    assertThat(known.mentions("去了安禾口腔诊所", Locale.CHINA).getFirst().how()).isEqualTo(How.ALIAS);
  }

  @ParameterizedTest
  @CsvSource({
    "博宁, 博宁骨科医院",
    "DZ1004, 云溪县中医院",
    "dz1004, 云溪县中医院",
    "市一, 华东市第一人民医院",
    "boning, 博宁骨科医院",
    "bngk, 博宁骨科医院",
    "yunxi, 云溪县中医院",
    "river, Riverside Hospital",
    "saint mary, St Mary's Clinic",
  })
  void the_search_box_finds_by_code_name_alias_pinyin_and_initials(String query, String name) {
    assertThat(known.search(query, 5).getFirst().name()).isEqualTo(name);
  }

  @Test
  void the_search_box_finds_nothing_for_nothing_and_keeps_its_limit() {
    assertThat(known.search(" ", 5)).isEmpty();
    assertThat(known.search("zzzz", 5)).isEmpty();
    assertThat(known.search("医院", 3)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "今天去了协和医院见刘主任,            协和医院",
    "拜访瑞金医院张主任说价格太高,        瑞金医院",
    "刚从和平医院出来,                    和平医院",
    "去了一家叫新世纪儿童医院的,          新世纪儿童医院",
    "今天跑了临江县人民医院骨科,          临江县人民医院",
    "上午在上海瑞金医院见了设备科,        上海瑞金医院",
    "给明远康复医院送样机,                明远康复医院",
    "跟远大精密机械有限公司的钱厂长吃饭,  远大精密机械有限公司",
    "我和仁济医院约了下周三,              仁济医院",
    "去 清河 肿瘤 专科 医院 了,           清河肿瘤专科医院",
    "老百姓大药房说要退货,                老百姓大药房",
    "第一家是博宁骨科医院第二家是江北新城医院, 江北新城医院",
    "新客户叫康宁体检中心李经理想看体检设备,  康宁体检中心",
    "今天去了瑞美康美容院老板娘嫌贵,          瑞美康美容院",
    "拜访东方红小学校长想先试用,              东方红小学",
    "启明星幼儿园园长要报价,                  启明星幼儿园",
    "启 明 星 幼 儿 园 园长 要 报价,          启明星幼儿园",
    "下午去了广元科技王总说要招标,            广元科技",
    "跟广元科技的王总聊了,                    广元科技",
    "从市中心血站出来站长要资料,              市中心血站",
    "刚去了云海市疾控中心,                    云海市疾控中心",
    "去了夕阳红养老院院长没空,                夕阳红养老院",
    "去了育才中学总务处要三台,                育才中学",
    "Had a good visit at Hillcrest Hospital today, Hillcrest Hospital",
    "just met oakfield medical centre about the pump, Oakfield Medical Centre",
    "we called Green Valley Foods Ltd yesterday, Green Valley Foods Ltd",
  })
  void a_name_that_nobody_knows_is_offered(String memo, String name) {
    assertThat(known.unknownName(memo, Locale.CHINA)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "今天去了博宁骨科医院见何院长",
        "这家医院预算没了",
        "对方公司说要比价",
        "他们医院在搞集采",
        "去了人民医院",
        "下周三再去",
        "我们公司的产品",
        "钱厂长说贵",
        "去了体检中心找李主任",
        "主任要求体检中心出报告",
        "院里的体检中心排队",
        "孩子上小学了他要早走",
        "他小学文化不识字",
        "几家美容院都在用",
        "连锁美容院才做得起",
        "那所小学没预算",
        "附近的幼儿园都关了",
        "员工餐厅要换冰柜",
        "产品很有高科技感",
        "他们采用先进科技",
        "从事生物科技",
        "这种医疗器械太贵",
        "买了进口食品",
        "科技含量不够",
        "双语幼儿园的要求高",
        "他们学校不批",
        "visited riverside hospital",
        "the hospital has no money",
        "our company is fine",
        "",
      })
  void what_is_known_or_no_name_at_all_is_not_offered(String memo) {
    assertThat(known.unknownName(memo, Locale.CHINA)).isEmpty();
  }

  private static List<String> names(List<CustomerMatch> matches) {
    return matches.stream().map(match -> match.customer().name()).toList();
  }

  private static NewCustomer customer(String code, String name, String aliases, String contact) {
    return new NewCustomer(
        Optional.of(code),
        name,
        Arrays.asList(aliases.split("\\|")),
        List.of(new Contact(contact, "")),
        Optional.of("zhangsan"));
  }
}
