package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Everything the platform remembers of one corp, in memory. */
final class EmulatedCorp {
  private final EmulatorConfig config;
  private final CorpClock clock;
  private final Tokens tokens;
  private final MediaStore media;
  private final ResponseCodes codes;
  private final MemberPace pace;
  private final Duplicates duplicates;
  private final SignIn signIn;
  private final People people = new People();
  private final GroupRobots groupRobots;
  private final SentMessages messages = new SentMessages();
  private final Faults faults = new Faults();
  private final String run = EmulatorConfig.letters(8);
  private final AtomicLong messageCount = new AtomicLong();
  private final BotChats bot;
  private volatile Optional<URI> callback;
  private volatile Optional<JsonObject> menu = Optional.empty();

  EmulatedCorp(EmulatorConfig config) {
    this.config = config;
    this.clock = new CorpClock(config.clock());
    this.tokens = new Tokens(clock);
    this.groupRobots = new GroupRobots(clock);
    this.media = new MediaStore(clock);
    this.codes = new ResponseCodes(clock);
    this.pace = new MemberPace(clock);
    this.signIn = new SignIn(clock);
    this.duplicates = new Duplicates(clock);
    this.bot = new BotChats(clock);
    this.callback = config.callback();
  }

  EmulatorConfig.App app() {
    return config.app();
  }

  EmulatorConfig.CallbackKeys keys() {
    return config.keys();
  }

  CorpClock clock() {
    return clock;
  }

  Tokens tokens() {
    return tokens;
  }

  MediaStore media() {
    return media;
  }

  ResponseCodes codes() {
    return codes;
  }

  MemberPace pace() {
    return pace;
  }

  Duplicates duplicates() {
    return duplicates;
  }

  GroupRobots groupRobots() {
    return groupRobots;
  }

  SignIn signIn() {
    return signIn;
  }

  People people() {
    return people;
  }

  SentMessages messages() {
    return messages;
  }

  Faults faults() {
    return faults;
  }

  Optional<URI> callback() {
    return callback;
  }

  void callback(URI address) {
    callback = Optional.of(address);
  }

  /** The menu of the application from now on. */
  void menu(JsonObject shown) {
    menu = Optional.of(shown);
  }

  Optional<JsonObject> menu() {
    return menu;
  }

  BotChats bot() {
    return bot;
  }

  String nextMessageId() {
    return "M" + run + messageCount.incrementAndGet();
  }
}
