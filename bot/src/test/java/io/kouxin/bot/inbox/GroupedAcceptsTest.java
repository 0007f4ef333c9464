package io.kouxin.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class GroupedAcceptsTest implements InboxContract {
  private final Map<Chat, GroupedAccepts> made = new ConcurrentHashMap<>();

  @Override
  public Inbox of(Chat chat) {
    return made.computeIfAbsent(
        chat, c -> new GroupedAccepts(c.rooms().inbox, c.rooms().transactions));
  }

  @AfterEach
  void close() {
    made.values().forEach(GroupedAccepts::close);
  }

  @ParameterizedTest
  @EnumSource
  void those_who_wait_share_a_transaction_and_each_gets_an_answer_of_its_own(Stores kind)
      throws Exception {
    try (var chat = new Chat(kind);
        var gate = new Gate(chat);
        var inbox = new GroupedAccepts(chat.rooms().inbox, gate);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Inbound> all = texts(chat, 9);
      Future<Receipt> first = gate.enter(inbox, all.getFirst(), callers);
      List<Future<Receipt>> rest = queue(inbox, all.subList(1, 9), callers);
      Future<Receipt> repeat = queue(inbox, List.of(all.get(3)), callers).getFirst();
      gate.open();
      assertThat(first.get().repeat()).isFalse();
      for (int i = 0; i < rest.size(); i++) {
        assertThat(inbox.find(rest.get(i).get().id()).map(Message::inbound))
            .contains(all.get(i + 1));
      }
      assertThat(repeat.get().id()).isEqualTo(rest.get(2).get().id());
      assertThat(repeat.get().repeat() ^ rest.get(2).get().repeat()).as("one is news").isTrue();
      assertThat(gate.transactions.get()).isEqualTo(2);
      assertThat(inbox.waiting()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_message_that_cannot_be_kept_spoils_nobody_elses(Stores kind) throws Exception {
    try (var chat = new Chat(kind);
        var gate = new Gate(chat);
        var inbox = new GroupedAccepts(chat.rooms().inbox, gate);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      chat.rooms().jdbc.sql("CREATE UNIQUE INDEX no_two_of_eva ON inbox (sender)").update();
      List<Inbound> all =
          List.of(text(chat, "a"), text(chat, "b"), text(chat, "eva"), text(chat, "c"));
      Receipt eva = inbox.accept(text(chat, "eva"));
      Future<Receipt> first = gate.enter(inbox, all.getFirst(), callers);
      List<Future<Receipt>> rest = queue(inbox, all.subList(1, 4), callers);
      gate.open();
      assertThat(first.get().repeat()).isFalse();
      assertThat(rest.get(0).get().repeat()).isFalse();
      assertThatThrownBy(rest.get(1)::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(java.sql.SQLException.class);
      assertThat(rest.get(2).get().repeat()).isFalse();
      assertThat(inbox.of("sandbox", "eva", 9)).extracting(Message::id).containsExactly(eva.id());
      assertThat(inbox.waiting()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_told_anything_before_the_commit(Stores kind) throws Exception {
    try (var chat = new Chat(kind);
        var inbox = new GroupedAccepts(chat.rooms().inbox, new LostAtCommit(chat))) {
      assertThatThrownBy(() -> inbox.accept(text(chat, "zhangsan"))).hasMessage("no commit");
      assertThat(inbox.waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_comes_while_it_closes_is_kept_all_the_same(Stores kind) throws Exception {
    try (var chat = new Chat(kind);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var inbox = new GroupedAccepts(chat.rooms().inbox, chat.rooms().transactions);
      List<Future<Receipt>> before = queue(inbox, texts(chat, 40), callers);
      inbox.close();
      List<Future<Receipt>> after = queue(inbox, texts(chat, 10), callers);
      for (Future<Receipt> each : before) {
        assertThat(each.get(20, TimeUnit.SECONDS).repeat()).isFalse();
      }
      for (Future<Receipt> each : after) {
        assertThat(each.get(20, TimeUnit.SECONDS).repeat()).isFalse();
      }
      assertThat(inbox.waiting()).isEqualTo(50);
    }
  }

  /**
   * Each round both are brought the same messages, one of them backwards, as many at once as go.
   */
  @ParameterizedTest
  @EnumSource
  void two_nodes_that_are_brought_the_same_never_wait_for_each_other(Stores kind) throws Exception {
    try (var chat = new Chat(kind);
        var here = new Gate(chat);
        var there = new Gate(chat);
        var near = new GroupedAccepts(chat.rooms().inbox, here);
        var far = new GroupedAccepts(chat.rooms().inbox, there);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 40; round++) {
        List<Inbound> all = texts(chat, 32);
        List<Future<Receipt>> first = queue(near, all, callers);
        List<Future<Receipt>> second = queue(far, all.reversed(), callers).reversed();
        for (int i = 0; i < all.size(); i++) {
          Receipt one = first.get(i).get(20, TimeUnit.SECONDS);
          Receipt other = second.get(i).get(20, TimeUnit.SECONDS);
          assertThat(one.id()).isEqualTo(other.id());
          assertThat(one.repeat() ^ other.repeat()).as("one is news").isTrue();
        }
      }
      assertThat(here.failed.get() + there.failed.get()).as("deadlocks").isZero();
      assertThat(near.waiting()).isEqualTo(40 * 32);
    }
  }

  private static List<Inbound> texts(Chat chat, int count) {
    List<Inbound> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(text(chat, "rep" + i));
    }
    return all;
  }

  private static Inbound text(Chat chat, String sender) {
    return new Inbound.Text(chat.envelope(sender), "嫌贵");
  }

  /** They are in the queue when this returns, or already kept. */
  private static List<Future<Receipt>> queue(
      GroupedAccepts inbox, List<Inbound> all, ExecutorService callers) {
    List<Future<Receipt>> receipts = new ArrayList<>();
    for (Inbound each : all) {
      int before = inbox.queued();
      Future<Receipt> receipt = callers.submit(() -> inbox.accept(each));
      while (inbox.queued() == before && !receipt.isDone()) {
        Thread.onSpinWait();
      }
      receipts.add(receipt);
    }
    return receipts;
  }

  /** Transactions that stop before they begin, until they may. */
  private static final class Gate implements TransactionOperations, AutoCloseable {
    final AtomicInteger transactions = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    private final Chat chat;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean shut;

    Gate(Chat chat) {
      this.chat = chat;
    }

    /** The writer stands at the gate with this message when this returns. */
    Future<Receipt> enter(GroupedAccepts inbox, Inbound inbound, ExecutorService callers)
        throws InterruptedException {
      shut = true;
      Future<Receipt> receipt = callers.submit(() -> inbox.accept(inbound));
      arrived.await();
      return receipt;
    }

    void open() {
      opened.countDown();
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) throws TransactionException {
      if (shut) {
        transactions.incrementAndGet();
        arrived.countDown();
        try {
          opened.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      try {
        return chat.rooms().transactions.execute(action);
      } catch (RuntimeException e) {
        failed.incrementAndGet();
        throw e;
      }
    }

    @Override
    public void close() {
      open();
    }
  }

  /** Transactions that do everything and then cannot commit. */
  private record LostAtCommit(Chat chat) implements TransactionOperations {
    @Override
    public <T> T execute(TransactionCallback<T> action) throws TransactionException {
      return chat.rooms()
          .transactions
          .execute(
              status -> {
                action.doInTransaction(status);
                throw new IllegalStateException("no commit");
              });
    }
  }
}
