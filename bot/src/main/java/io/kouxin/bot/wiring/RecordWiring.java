package io.kouxin.bot.wiring;

import io.kouxin.bot.conversation.ConversationRoom;
import io.kouxin.bot.conversation.Matters;
import io.kouxin.bot.conversation.Speaker;
import io.kouxin.bot.conversation.Understanding;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.JdbcCustomers;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.followup.JdbcFollowUps;
import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.outbox.Taps;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.nlp.text.BilingualReader;
import io.kouxin.nlp.text.HolidayFolder;
import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.UtteranceReader;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The record, what it is understood with, and the conversation about it. */
@Configuration(proxyBeanMethods = false)
class RecordWiring {
  /** With fewer memos the library calibrates on itself. */
  private static final int FEWEST = 40;

  private static final int MOST = 300;

  @Bean
  Packs packs(
      JdbcClient jdbc, TransactionTemplate transactions, Clock clock, Coordination coordination) {
    return new Packs(
        jdbc,
        transactions,
        clock,
        () -> coordination.wakeups().publish(CoordinationWiring.LIBRARY));
  }

  @Bean
  HolidayFolder holidays(Home home) {
    return new HolidayFolder(home.folder().resolve("holidays"));
  }

  @Bean
  UtteranceReader utteranceReader(HolidayFolder holidays) {
    return new BilingualReader(new RuleBasedReader(holidays));
  }

  @Bean(destroyMethod = "close")
  LiveLibrary library(
      Packs packs,
      FollowUps followUps,
      Clock clock,
      Coordination coordination,
      KouxinSettings settings) {
    Study study = settings.understanding().vectors() ? Study.ofMeaning() : Study.ofWords();
    var library = new LiveLibrary(packs, () -> background(followUps), clock, study);
    coordination.wakeups().subscribe(CoordinationWiring.LIBRARY, library::refresh);
    return library;
  }

  @Bean
  Examination howMemosAreUnderstood(LiveLibrary library) {
    return Reading.examination(library::reading);
  }

  private static Collection<String> background(FollowUps followUps) {
    List<String> texts =
        followUps.list(Filter.any(), Optional.empty(), MOST).stream().map(FollowUp::text).toList();
    return texts.size() < FEWEST ? List.of() : texts;
  }

  @Bean
  Customers customers(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    return new JdbcCustomers(jdbc, transactions, clock);
  }

  @Bean
  KnownCustomers knownCustomers(Customers customers) {
    return new KnownCustomers(customers);
  }

  @Bean
  FollowUps followUps(JdbcClient jdbc, StoreJson json, Journal journal) {
    return new JdbcFollowUps(jdbc, json.mapper(), journal);
  }

  @Bean
  Understanding understanding(
      UtteranceReader reader,
      LiveLibrary library,
      KnownCustomers customers,
      Clock clock,
      KouxinSettings settings) {
    return new Understanding(reader, library, customers, clock, settings.timeZone());
  }

  @Bean
  ConversationRoom.Knowledge knowledge(
      FollowUps followUps,
      ByName customers,
      LiveLibrary library,
      Understanding understanding,
      WhoAndWhat chat) {
    return new ConversationRoom.Knowledge(
        followUps,
        customers.all(),
        customers.known(),
        library,
        understanding,
        chat.people(),
        chat.inbox());
  }

  /** Customers, and how they are found. */
  record ByName(Customers all, KnownCustomers known) {}

  @Bean
  ByName byName(Customers customers, KnownCustomers known) {
    return new ByName(customers, known);
  }

  /** The rooms of the chat that a conversation reads. */
  record WhoAndWhat(People people, Inbox inbox) {}

  @Bean
  WhoAndWhat whoAndWhat(People people, Inbox inbox) {
    return new WhoAndWhat(people, inbox);
  }

  @Bean
  Speaker speaker(
      Outbox outbox,
      Wording wording,
      Moments moments,
      KouxinSettings settings,
      HolidayFolder holidays) {
    return new Speaker(outbox, wording, moments, settings.timeZone(), holidays);
  }

  @Bean
  Matters matters(JdbcClient jdbc, StoreJson json, Clock clock) {
    return new Matters(jdbc, json.mapper(), clock);
  }

  @Bean
  ConversationRoom.Manner manner(
      Speaker speaker, Matters matters, Taps taps, Habits habits, Clock clock) {
    return new ConversationRoom.Manner(
        speaker,
        matters,
        taps,
        clock,
        habits.speech().language(),
        () -> habits.packs().library().manners().joinWithin());
  }

  /** What decides how the bot behaves. */
  record Habits(SpeechSettings speech, Packs packs) {}

  @Bean
  Habits habits(SpeechSettings speech, Packs packs) {
    return new Habits(speech, packs);
  }

  @Bean
  ConversationRoom conversation(
      ConversationRoom.Knowledge knowledge, ConversationRoom.Manner manner, StoreJson json) {
    return new ConversationRoom(knowledge, manner, json.mapper());
  }

  @Bean
  Handler handler(ConversationRoom conversation) {
    return conversation.handler();
  }

  @Bean
  TapHandler followUpTaps(ConversationRoom conversation) {
    return conversation.taps();
  }

  @Bean
  Reaction repaintCards(ConversationRoom conversation) {
    return conversation.repaint();
  }
}
