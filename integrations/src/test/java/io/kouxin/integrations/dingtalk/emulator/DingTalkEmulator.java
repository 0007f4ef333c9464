package io.kouxin.integrations.dingtalk.emulator;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A DingTalk with one company and one application on the loopback interface; closing it ends it.
 * {@code api} and {@code oapi} are the same address.
 */
public final class DingTalkEmulator implements AutoCloseable {
  private static final int THREADS = 100;
  private final Company company;
  private final HttpPushes http;
  private final Talk talk;
  private final Api api;
  private final Admin admin;
  private final int port;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile WireMockServer server;

  private DingTalkEmulator(EmulatorConfig config) {
    company = new Company(config);
    http = new HttpPushes(company);
    talk = new Talk(company, http);
    api = new Api(company, http);
    admin = new Admin(this);
    server = listen(config.port());
    port = server.port();
    company.baseUrl(baseUrl());
    ticker.scheduleWithFixedDelay(http::deliverDue, 1, 1, TimeUnit.SECONDS);
  }

  /** Starts it; it answers when this returns. */
  public static DingTalkEmulator start(EmulatorConfig config) {
    return new DingTalkEmulator(config);
  }

  private WireMockServer listen(int where) {
    WireMockConfiguration options =
        WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .containerThreads(THREADS)
            .disableRequestJournal()
            .stubRequestLoggingDisabled(true)
            .gzipDisabled(true)
            .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
            .extensions(new CompanyTransformer(this::answer));
    WireMockServer started =
        new WireMockServer(where == 0 ? options.dynamicPort() : options.port(where));
    started.start();
    started.stubFor(any(anyUrl()).willReturn(ok()));
    return started;
  }

  private Answer answer(ApiCall call) {
    return call.path().startsWith(Admin.PREFIX) ? admin.answer(call) : api.answer(call);
  }

  /**
   * The place for a Stream gateway: from now on messages, events and taps on cards of the kind
   * STREAM go this way and no longer over HTTP.
   *
   * @param open the gateway's own address for {@code POST /v1.0/gateway/connections/open}; calls of
   *     that path here are passed on to it
   */
  public void pushBy(Pushes gateway, URI open) {
    talk.pushBy(gateway);
    api.gateway().at(open);
  }

  /** Base of both {@code api} and {@code oapi}: no slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port;
  }

  /** The application, for those who must present themselves. */
  public EmulatorConfig.App app() {
    return company.app();
  }

  /** What events are sealed with. */
  public EmulatorConfig.CallbackKeys keys() {
    return company.keys();
  }

  /** Delivers callbacks to these addresses from now on. */
  public void callbacks(URI robot, URI events) {
    company.callbacks(new EmulatorConfig.Callbacks(robot, events));
  }

  /** What was sent, oldest first; the last 50,000. */
  public List<SentMessage> sent() {
    return company.messages().all();
  }

  /** The message with this id. */
  public Optional<SentMessage> sent(String id) {
    return company.messages().find(id);
  }

  /** To-dos that were created. */
  public List<Todo> todos() {
    return api.todos();
  }

  /** How often this path was called, as in {@code /v1.0/oauth2/accessToken}. */
  public long calls(String path) {
    return api.calls(path);
  }

  /** How often each path was called. */
  public Map<String, Long> calls() {
    return api.calls();
  }

  /** How often each code was the answer. */
  public Map<String, Long> refusals() {
    return api.refusals();
  }

  /** Who is in the company. */
  public People people() {
    return company.people();
  }

  /** Group chats and their custom robots. */
  public Groups groups() {
    return company.groups();
  }

  /** Access tokens of the application. */
  public Tokens tokens() {
    return company.tokens();
  }

  /** Codes of people who sign in. */
  public SignIn signIn() {
    return company.signIn();
  }

  /** Addresses to answer at. */
  public Sessions sessions() {
    return company.sessions();
  }

  /** What the application uploaded. */
  public MediaStore media() {
    return company.media();
  }

  /** Card templates. */
  public Cards cards() {
    return company.cards();
  }

  /** What was used this month. */
  public Quota quota() {
    return company.quota();
  }

  /** What goes wrong. */
  public Faults faults() {
    return company.faults();
  }

  /** Other limits than {@link Limits#REAL}. */
  public void limits(Limits limits) {
    company.limits(limits);
  }

  /** Limits as they are. */
  public Limits limits() {
    return company.limits();
  }

  /** Writes the times in messages as texts, as the documentation says, and not as numbers. */
  public void writeTimesAsText(boolean on) {
    company.textualTimes(on);
  }

  /** Brings a message that nobody took once more after a minute, as developers have seen it. */
  public void repeatUnansweredMessages(boolean on) {
    http.repeatUnanswered(on);
  }

  /** How long the application may take over a callback: 2.5 seconds unless a test is in a hurry. */
  public void patience(Duration answerWithin) {
    http.sender().patience(answerWithin);
  }

  /** Moves the emulator's time on; what has to come again by then has come when this returns. */
  public void advance(Duration by) {
    company.clock().advance(by);
    http.deliverDue();
  }

  /** The emulator's time. */
  public Instant now() {
    return company.clock().instant();
  }

  /** Somebody says something; throws IllegalArgumentException for what cannot be said there. */
  public Delivery say(Said said) {
    return say(said, Manner.PLAIN);
  }

  /** The same, delivered in this manner. */
  public Delivery say(Said said, Manner manner) {
    return talk.say(said, manner);
  }

  /** Something happens in the company. */
  public Delivery happen(Event event, Manner manner) {
    return talk.happen(event, manner);
  }

  /** Checks the address of events as the developer console does. */
  public boolean checkUrl() {
    return http.check();
  }

  /** Links that this person can tap in a message: label to what tapping says. */
  public Map<String, String> links(String messageId, String user) {
    return talk.links(messageId, user);
  }

  /**
   * Somebody taps a link of the kind dtmd, by its label or its words; throws
   * IllegalArgumentException if that person sees none such.
   */
  public Delivery tapLink(String messageId, String user, String labelOrWords) {
    return talk.tapLink(messageId, user, labelOrWords);
  }

  /** Somebody taps a card; throws IllegalArgumentException if that person has no such card. */
  public Delivery tapCard(String outTrackId, String user, JsonObject params, Manner manner) {
    return talk.tapCard(outTrackId, user, params, manner);
  }

  /** Buttons that a card shows: label to what comes back; none if it is no card. */
  public Map<String, String> buttons(String outTrackId) {
    return talk.buttons(outTrackId);
  }

  /**
   * Somebody taps a button of a card by its label or its id; throws IllegalArgumentException if
   * that person sees none such.
   */
  public Delivery tapButton(String outTrackId, String user, String labelOrId) {
    return talk.tapButton(outTrackId, user, labelOrId, Manner.PLAIN);
  }

  /** The same, delivered in this manner. */
  public Delivery tapButton(String outTrackId, String user, String labelOrId, Manner manner) {
    return talk.tapButton(outTrackId, user, labelOrId, manner);
  }

  /** Somebody reads a message. */
  public void read(String messageId, String user) {
    company.messages().change(messageId, sent -> sent.readToo(user));
  }

  /** Nobody listens on its port until {@link #listenAgain}: connections are refused. */
  public void refuseConnections() {
    server.stop();
  }

  /** The same port answers again, and nothing was forgotten. */
  public void listenAgain() {
    server = listen(port);
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    http.close();
    server.stop();
  }
}
