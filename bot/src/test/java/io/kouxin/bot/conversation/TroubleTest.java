package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest extends InChat {

  @ParameterizedTest
  @EnumSource
  void what_keeps_failing_is_put_aside_the_next_goes_on_and_a_retry_works(Stores store) {
    try (var any = new Chat(store)) {
      var broken = new AtomicBoolean(true);
      var tries = new AtomicInteger();
      any.rooms().around.set(handler -> new Stumbling(handler, broken, tries));
      any.rooms().bench.forgiving();
      var bad = any.arrives(new Inbound.Text(any.envelope(REP), "博宁骨科何院长要样品，周五寄"));
      any.arrives(new Inbound.Text(any.envelope(REP), "松源检验高总说没有预算"));
      any.work();

      assertThat(tries).hasValue(5);
      assertThat(any.followUps(REP)).extracting(f -> f.text()).containsExactly("松源检验高总说没有预算");
      assertThat(any.rooms().bench.setAside()).containsExactly(bad.id());
      assertThat(any.rooms().inbox.find(bad.id()).orElseThrow().state())
          .isEqualTo(Message.State.DEAD);
      assertThat(any.window(REP).answer()).isEqualTo("这条存好了，整理时卡住了。管理员看得到，弄好自动接着办，不用重发。");
      assertThat(any.window(ADMIN).posted())
          .extracting(posted -> posted.message().text())
          .singleElement()
          .asString()
          .startsWith("1件整理时卡住了，都存着");

      broken.set(false);
      any.rooms().bench.revive(bad.id());
      any.work();
      assertThat(any.followUps(REP)).hasSize(2);
      assertThat(any.latest(REP).text()).startsWith("博宁骨科");
    }
  }

  @ParameterizedTest
  @EnumSource
  void without_an_administrator_nobody_is_said_to_see_it(Stores store) {
    try (var any = new Chat(store)) {
      any.jdbc().sql("DELETE FROM person_identity WHERE person = 'lifang'").update();
      var broken = new AtomicBoolean(true);
      any.rooms().around.set(handler -> new Stumbling(handler, broken, new AtomicInteger()));
      any.rooms().bench.forgiving();
      any.types(REP, "博宁骨科何院长要样品，周五寄");

      assertThat(any.window(REP).answer()).isEqualTo("这条存好了，整理时卡住了。弄好自动接着办，不用重发。");
    }
  }

  private record Stumbling(Handler handler, AtomicBoolean broken, AtomicInteger tries)
      implements Handler {
    @Override
    public Outcome handle(Message message) throws Exception {
      if (broken.get() && ((Inbound.Text) message.inbound()).text().startsWith("博宁")) {
        tries.incrementAndGet();
        throw new IllegalStateException("stumbled");
      }
      return handler.handle(message);
    }

    @Override
    public Runnable givenUp(Message message) {
      return handler.givenUp(message);
    }
  }
}
