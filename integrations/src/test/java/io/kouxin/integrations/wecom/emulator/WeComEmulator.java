package io.kouxin.integrations.wecom.emulator;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A WeCom with one corp and one application on the loopback interface; closing it ends it. */
public final class WeComEmulator implements AutoCloseable {
  private static final int THREADS = 100;
  private final EmulatedCorp corp;
  private final Api api;
  private final CallbackDriver driver;
  private final Taps taps;
  private final EmulatedBot bot;
  private final Admin admin;
  private final int port;
  private volatile WireMockServer server;

  private WeComEmulator(EmulatorConfig config) {
    corp = new EmulatedCorp(config);
    api = new Api(corp);
    driver = new CallbackDriver(corp);
    taps = new Taps(corp, driver);
    bot = new EmulatedBot(corp, this::baseUrl);
    admin = new Admin(this);
    server = listen(config.port());
    port = server.port();
  }

  /** Starts it; it answers when this returns. */
  public static WeComEmulator start(EmulatorConfig config) {
    return new WeComEmulator(config);
  }

  private WireMockServer listen(int port) {
    WireMockConfiguration options =
        WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .containerThreads(THREADS)
            .disableRequestJournal()
            .stubRequestLoggingDisabled(true)
            .gzipDisabled(true)
            .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
            .extensions(new CorpTransformer(this::answer));
    WireMockServer started =
        new WireMockServer(port == 0 ? options.dynamicPort() : options.port(port));
    started.start();
    started.stubFor(any(anyUrl()).willReturn(ok()));
    return started;
  }

  private Answer answer(ApiCall call) {
    if (SignInEndpoints.isPage(call.path())) {
      return new SignInEndpoints(corp).page(call);
    }
    if (call.path().startsWith(BotChats.MEDIA)) {
      return corp.bot().file(call);
    }
    return call.path().startsWith(Api.PREFIX)
        ? api.answer(call).with("Date", RFC_1123_DATE_TIME.format(now().atZone(ZoneOffset.UTC)))
        : admin.answer(call);
  }

  /** The robots of groups, and what their groups read. */
  public GroupRobots groupRobots() {
    return corp.groupRobots();
  }

  /** What goes into {@code kouxin.wecom.base-url}: no slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port;
  }

  /** The application, for those who must present themselves. */
  public EmulatorConfig.App app() {
    return corp.app();
  }

  /** What callbacks are sealed with. */
  public EmulatorConfig.CallbackKeys keys() {
    return corp.keys();
  }

  /** Delivers callbacks to this address from now on. */
  public void callback(URI address) {
    corp.callback(address);
  }

  /** What was sent, oldest first; the last 50,000. */
  public List<SentMessage> sent() {
    return corp.messages().all();
  }

  /** How often this path was called, as in {@code /cgi-bin/gettoken}. */
  public long calls(String path) {
    return api.calls(path);
  }

  /** How often each path was called. */
  public Map<String, Long> calls() {
    return api.calls();
  }

  /** The menu below the application's chat, as it was last created; empty if it never was. */
  public Optional<JsonObject> menu() {
    return corp.menu();
  }

  /** Codes of people who sign in. */
  public SignIn signIn() {
    return corp.signIn();
  }

  /** The AI bot of the corp, called back. */
  public EmulatedBot bot() {
    return bot;
  }

  /** Who is in the corp. */
  public People people() {
    return corp.people();
  }

  /** Access tokens. */
  public Tokens tokens() {
    return corp.tokens();
  }

  /** Files under media ids. */
  public MediaStore media() {
    return corp.media();
  }

  /** What goes wrong. */
  public Faults faults() {
    return corp.faults();
  }

  /** Moves the emulator's time on: tokens, media, codes and pace follow. */
  public void advance(Duration by) {
    corp.clock().advance(by);
  }

  /** The emulator's time. */
  public Instant now() {
    return corp.clock().instant();
  }

  /** Nobody listens on its port until {@link #listenAgain}: connections are refused. */
  public void refuseConnections() {
    server.stop();
  }

  /** The same port answers again, and nothing was forgotten. */
  public void listenAgain() {
    server = listen(port);
  }

  /** Refuses connections for a while; begins a moment after this returns. */
  void goneFor(Duration length) {
    CompletableFuture.delayedExecutor(100, MILLISECONDS)
        .execute(
            () -> {
              refuseConnections();
              CompletableFuture.delayedExecutor(length.toMillis(), MILLISECONDS)
                  .execute(this::listenAgain);
            });
  }

  /** How long the application may take over a callback: 5 seconds unless a test is in a hurry. */
  public void patience(Duration answerWithin) {
    driver.sender().patience(answerWithin);
  }

  /** Tells the application, and returns when it answered or three attempts are over. */
  public Delivery inject(Happening what, Manner manner) {
    return driver.deliver(what, manner);
  }

  /** The same in the plain way. */
  public Delivery inject(Happening what) {
    return inject(what, Manner.PLAIN);
  }

  /**
   * Seals this XML for this address and leaves it to the caller to send it: twice at once, to
   * another node, cut off, or with something else in it than the platform would write.
   */
  public Letter letter(String plain, URI to) {
    return driver.letter(plain, to);
  }

  /** Somebody sends a voice note: the bytes get a media id, and the application is told. */
  public Delivery injectVoice(String user, byte[] amr) {
    return inject(Happening.voice(user, media().put("voice.amr", amr)));
  }

  /** Somebody taps; throws IllegalArgumentException for what that person cannot tap now. */
  public Delivery tap(Tap tap) {
    return tap(tap, Manner.PLAIN);
  }

  /** The same, delivered in this manner. */
  public Delivery tap(Tap tap, Manner manner) {
    return taps.tap(tap, manner);
  }

  /** Checks the callback's address as the administrator's page does. */
  public Verification verify() {
    return driver.verify();
  }

  @Override
  public void close() {
    driver.close();
    bot.close();
    server.stop();
  }
}
