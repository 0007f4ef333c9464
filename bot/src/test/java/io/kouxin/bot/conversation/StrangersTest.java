package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.sandbox.SandboxChannel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrangersTest extends InChat {

  @ParameterizedTest
  @EnumSource
  void a_stranger_is_told_once_and_heard_when_somebody_adds_them(Stores store) {
    try (var any = new Chat(store)) {
      any.types("nobody", "博宁骨科何院长要样品，周五寄");
      var second = any.types("nobody", "松源检验高总说没有预算，明天再联系");
      assertThat(any.window("nobody").answers())
          .singleElement()
          .asString()
          .startsWith("这条先留着，留72小时");
      assertThat(any.rooms().inbox.find(second.id()).orElseThrow().state())
          .isEqualTo(Message.State.HELD);

      var person =
          new Person("newcomer", "钱七", Person.Role.REP, Locale.CHINESE, "华东一组", Optional.empty());
      any.people().save(person, List.of(new Account(SandboxChannel.NAME, "nobody")));
      any.work();

      assertThat(any.followUps("newcomer"))
          .extracting(visit -> visit.customer().orElseThrow().name())
          .containsExactly("博宁骨科医院", "松源医学检验所");
      assertThat(any.window("nobody").cards()).hasSize(2);
      assertThat(any.window("nobody").brokenRules()).isEmpty();
    }
  }
}
