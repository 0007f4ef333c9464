package io.kouxin.integrations.dingtalk.emulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Everything the platform remembers of one company, in memory. */
final class Company {
  private final EmulatorConfig config;
  private final CompanyClock clock;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Downloads downloads;
  private final Quota quota;
  private final Pace calls;
  private final Pace persons;
  private final Pace webhooks;
  private final SignIn signIn;
  private final People people = new People();
  private final Groups groups = new Groups();
  private final Cards cards = new Cards();
  private final MediaStore media = new MediaStore();
  private final SentMessages messages = new SentMessages();
  private final Faults faults = new Faults();
  private final String run = EmulatorConfig.letters(8);
  private final AtomicLong count = new AtomicLong();
  private volatile Limits limits = Limits.REAL;
  private volatile EmulatorConfig.Callbacks callbacks;
  private volatile String baseUrl = "";
  private volatile boolean textualTimes;

  Company(EmulatorConfig config) {
    this.config = config;
    this.callbacks = config.callbacks();
    this.clock = new CompanyClock(config.clock());
    this.tokens = new Tokens(clock);
    this.sessions = new Sessions(clock);
    this.downloads = new Downloads(clock);
    this.signIn = new SignIn(clock);
    this.quota = new Quota(clock, this::limits);
    this.calls = new Pace(clock, Duration.ofSeconds(1), Duration.ZERO);
    this.persons = new Pace(clock, Duration.ofMinutes(1), Duration.ZERO);
    this.webhooks = new Pace(clock, Duration.ofMinutes(1), Duration.ofMinutes(10));
  }

  EmulatorConfig.App app() {
    return config.app();
  }

  EmulatorConfig.CallbackKeys keys() {
    return config.keys();
  }

  CompanyClock clock() {
    return clock;
  }

  Tokens tokens() {
    return tokens;
  }

  Sessions sessions() {
    return sessions;
  }

  Downloads downloads() {
    return downloads;
  }

  SignIn signIn() {
    return signIn;
  }

  Quota quota() {
    return quota;
  }

  People people() {
    return people;
  }

  Groups groups() {
    return groups;
  }

  Cards cards() {
    return cards;
  }

  MediaStore media() {
    return media;
  }

  SentMessages messages() {
    return messages;
  }

  Faults faults() {
    return faults;
  }

  Limits limits() {
    return limits;
  }

  void limits(Limits other) {
    limits = other;
  }

  EmulatorConfig.Callbacks callbacks() {
    return callbacks;
  }

  void callbacks(EmulatorConfig.Callbacks others) {
    callbacks = others;
  }

  boolean hasTextualTimes() {
    return textualTimes;
  }

  void textualTimes(boolean on) {
    textualTimes = on;
  }

  String baseUrl() {
    return baseUrl;
  }

  void baseUrl(String url) {
    baseUrl = url;
  }

  boolean admitsCall(String path) {
    return calls.admits(path, limits.callsASecond());
  }

  boolean admitsPerson(String user) {
    return persons.admits(user, limits.personAMinute());
  }

  boolean admitsWebhook(String accessToken) {
    return webhooks.admits(accessToken, limits.webhookAMinute());
  }

  /** Never the same, in no run. */
  String nextId(String prefix) {
    return prefix + run + count.incrementAndGet();
  }

  /** Who reads what is sent to a session. */
  Receipt receipt(Sessions.Session session) {
    List<String> readers =
        session.group()
            ? groups.find(session.conversation()).map(Group::members).orElse(List.of())
            : List.of(session.user());
    return Receipt.in(session.conversation(), readers);
  }

  SentMessage keep(String id, Route route, Content content, Receipt receipt) {
    SentMessage message = SentMessage.of(id, clock.instant(), route, content, receipt);
    messages.keep(message);
    return message;
  }
}
