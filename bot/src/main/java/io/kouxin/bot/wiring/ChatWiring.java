package io.kouxin.bot.wiring;

import io.kouxin.bot.inbox.Conversing;
import io.kouxin.bot.inbox.Fetching;
import io.kouxin.bot.inbox.GroupedAccepts;
import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Held;
import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.inbox.JdbcInbox;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.media.JdbcMedia;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.outbox.JdbcOutbox;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.PushBudget;
import io.kouxin.bot.outbox.Sending;
import io.kouxin.bot.outbox.Taps;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.JdbcPeople;
import io.kouxin.bot.people.JdbcTeamGroups;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.TeamGroups;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.DeadLetters;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.GroupRobots;
import io.kouxin.integrations.sandbox.Look;
import io.kouxin.integrations.sandbox.SandboxChannel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People, what arrives from them, and what we say to them. */
@Configuration(proxyBeanMethods = false)
class ChatWiring {

  @Bean
  StoreJson storeJson() {
    return StoreJson.plain();
  }

  @Bean
  Media media(JdbcClient jdbc, Clock clock) {
    return new JdbcMedia(jdbc, clock);
  }

  @Bean
  People people(JdbcClient jdbc, TransactionTemplate transactions, Journal journal) {
    return new JdbcPeople(jdbc, transactions, journal);
  }

  @Bean
  TeamGroups teamGroups(ActingWiring.Floor floor, Journal journal) {
    return new JdbcTeamGroups(floor.jdbc(), floor.transactions(), journal, floor.clock());
  }

  @Bean
  Wording wording() {
    return Wording.bundled();
  }

  @Bean
  Moments moments(Clock clock, KouxinSettings settings) {
    return new Moments(clock, settings.timeZone());
  }

  @Bean
  @ConditionalOnProperty(name = "kouxin.sandbox.enabled", matchIfMissing = true)
  SandboxChannel sandboxChannel() {
    return new SandboxChannel(Look.LIKE_WECOM);
  }

  @Bean
  GroupRobots groupRobots(ObjectProvider<GroupLine> lines) {
    return new GroupRobots(lines.orderedStream().map(GroupLine::robots).toList());
  }

  /** The channels by name. */
  record Channels(Map<String, Channel> byName) {}

  @Bean
  Channels channels(List<Channel> channels) {
    return new Channels(
        channels.stream().collect(Collectors.toMap(Channel::name, Function.identity())));
  }

  @Bean
  JdbcInbox.Ground inboxGround(
      NamedParameterJdbcOperations batches,
      ActingWiring.Floor floor,
      Journal journal,
      StoreJson json) {
    return new JdbcInbox.Ground(
        batches,
        floor.jdbc(),
        floor.transactions(),
        floor.clock(),
        floor.wakes(),
        journal,
        json.mapper());
  }

  @Bean
  JdbcInbox inbox(JdbcInbox.Ground ground, Media media) {
    return new JdbcInbox(ground, media);
  }

  /** Where messages come in: together, and first where the store serves one after the other. */
  @Bean
  @Primary
  Inbox openInbox(JdbcInbox inbox, StoreWiring.Kind kind, TransactionTemplate transactions) {
    return new GroupedAccepts(
        inbox,
        switch (kind) {
          case SQLITE -> Turns.first(transactions);
          case POSTGRESQL -> transactions;
        });
  }

  @Bean
  Fetching fetching(JdbcInbox.Ground ground, JdbcInbox inbox, Media media, Channels channels) {
    return new Fetching(ground, inbox, media, channels.byName());
  }

  @Bean
  Rush rush() {
    return new Rush(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  @Bean
  Work conversing(
      JdbcInbox.Ground ground, JdbcInbox inbox, ObjectProvider<Handler> handler, Rush rush) {
    return rush.holdingBack(new Conversing(ground, inbox, handler::getObject));
  }

  @Bean
  Running.OfRoom heldRuns(JdbcInbox.Ground ground, JdbcInbox inbox, Media media) {
    var held = new Held(ground, inbox, media);
    return new Running.OfRoom(held.works(), held.reactions(), List.of());
  }

  @Bean
  JdbcOutbox.Ground outboxGround(
      ActingWiring.Floor floor, StoreJson json, DeadLetters letters, Journal journal) {
    return new JdbcOutbox.Ground(
        floor.jdbc(),
        floor.transactions(),
        floor.clock(),
        floor.wakes(),
        json.mapper(),
        letters,
        journal);
  }

  @Bean
  PushBudget pushBudget(People people, Packs packs, KouxinSettings settings) {
    return new PackBudget(people, packs, settings.timeZone());
  }

  @Bean
  JdbcOutbox outbox(JdbcOutbox.Ground ground, PushBudget budget) {
    return new JdbcOutbox(ground, budget);
  }

  @Bean
  Sending sending(JdbcOutbox.Ground ground, JdbcOutbox outbox, Channels channels) {
    return new Sending(ground, outbox, channels.byName());
  }

  @Bean
  Taps taps(Outbox outbox, ObjectProvider<Running> running) {
    return new Taps(outbox, () -> running.getObject().tapHandlers());
  }
}
