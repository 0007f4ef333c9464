package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonParser;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Menu;
import io.kouxin.integrations.channel.Menu.Entry;
import io.kouxin.integrations.wecom.emulator.Fault;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The application's menu, taken by a WeCom that insists on its limits. */
class WeComMenuTest {
  private static final Entry MINE = new Menu.Says("今日待办", "我的待办");
  private static final Entry PLACE =
      new Menu.Opens("到店打卡", URI.create("https://kouxin.example.com/check-in"));
  private final Office office = new Office();
  private final WeComMenu menu = new WeComMenu(office.api);

  @AfterEach
  void close() {
    office.close();
  }

  private List<String> faults(Entry... entries) {
    return menu.faults(new Menu(List.of(entries)));
  }

  @Test
  void a_menu_of_words_pages_and_more_is_shown() throws ChannelException {
    menu.show(new Menu(List.of(MINE, new Menu.Holds("更多", List.of(PLACE)))));

    assertThat(office.emulator.menu().orElseThrow())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"button":[
                  {"name":"今日待办","type":"click","key":"我的待办"},
                  {"name":"更多","sub_button":[
                    {"name":"到店打卡","type":"view","url":"https://kouxin.example.com/check-in"}]}]}
                """));
  }

  @Test
  void what_wecom_would_not_take_is_said_before_it_is_asked() {
    assertThat(faults()).containsExactly("The menu has 0 entries; WeCom takes 1 to 3.");
    assertThat(menu.faults(new Menu(Collections.nCopies(4, MINE))))
        .contains("The menu has 4 entries; WeCom takes 1 to 3.")
        .contains("Two entries read \"今日待办\".");
    assertThat(faults(new Menu.Holds("更多", Collections.nCopies(6, PLACE))))
        .containsExactly("\"更多\" has 6 entries; WeCom takes 1 to 5.");
    assertThat(faults(new Menu.Says("这个名字太长", "x")))
        .containsExactly(
            "The label \"这个名字太长\" has 18 bytes; WeCom takes 1 to 16, a Chinese character is 3.");
    assertThat(faults(new Menu.Says("", "x"))).singleElement().asString().contains("0 bytes");
    assertThat(faults(new Menu.Says("说", "长".repeat(43))))
        .singleElement()
        .asString()
        .contains("129");
    assertThat(faults(new Menu.Opens("页", URI.create("/check-in"))))
        .containsExactly("The page of \"页\" begins with https:// or http://.");
    assertThat(faults(new Menu.Holds("更多", List.of(new Menu.Holds("再多", List.of(PLACE))))))
        .containsExactly("\"再多\" has more below it; WeCom shows two levels.");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> menu.show(new Menu(List.of())));
    assertThat(office.emulator.calls("/cgi-bin/menu/create")).isZero();
  }

  @Test
  void a_refusal_keeps_the_menu_of_before() throws ChannelException {
    menu.show(new Menu(List.of(MINE)));
    office.emulator.faults().set("/cgi-bin/menu/create", new Fault.Code(301002), 1);
    assertThatExceptionOfType(ChannelException.class)
        .isThrownBy(() -> menu.show(new Menu(List.of(PLACE))))
        .withMessageContaining("301002");
    assertThat(office.emulator.menu().orElseThrow().toString()).contains("我的待办");
  }
}
