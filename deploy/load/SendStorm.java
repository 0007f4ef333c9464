import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Much more is to be said on two platforms at once than they take: by the real clock, what becomes
 * of it. Works on a running service and both emulators. See README.md beside this file.
 */
public final class SendStorm {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int QUIET_LOOKS = 5;
  private final Settings settings;
  private final DrillApi service;
  private final List<StormPlatform> platforms;
  private Instant begin = Instant.now();

  private SendStorm(Settings settings) {
    this.settings = settings;
    this.service = new DrillApi(settings.service(), settings.token());
    this.platforms =
        List.of(
            new StormPlatform("wecom", new DrillApi(settings.wecom(), ""), 25, 25),
            new StormPlatform("dingtalk", new DrillApi(settings.dingtalk(), ""), 20, 20));
  }

  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          "java SendStorm.java --service http://127.0.0.1:8080 --token TOKEN"
              + " --wecom http://127.0.0.1:8090 --dingtalk http://127.0.0.1:8091"
              + " [--people 50] [--messages 2500] [--idle 20] [--minutes 90]");
      System.exit(2);
      return;
    }
    System.out.printf(
        "machine: %d cores, Java %s, %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    System.exit(new SendStorm(settings).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    for (StormPlatform platform : platforms) {
      platform.insistOnFresh();
    }
    for (int i = 0; i < settings.people(); i++) {
      add(settings.person(i));
    }
    begin = Instant.now();
    boolean quick = idle();
    begin = Instant.now();
    talk();
    boolean done = drained();
    boolean well = true;
    for (StormPlatform platform : platforms) {
      well &= report(platform);
    }
    return quick && done && well;
  }

  private void add(String person) throws Exception {
    for (StormPlatform platform : platforms) {
      platform.add(person);
    }
    service.put(
        "/api/v1/people/" + person,
        """
        {"name":"%1$s","role":"rep","language":"zh",
         "accounts":[{"channel":"wecom","account":"%1$s"},{"channel":"dingtalk","account":"%1$s"}]}
        """
            .formatted(person));
  }

  /** One by one, while nothing else waits: what the road costs by itself. */
  private boolean idle() throws Exception {
    for (int i = 0; i < settings.idle(); i++) {
      for (StormPlatform platform : platforms) {
        platform.asks(settings.person(i % settings.people()), i);
      }
      Thread.sleep(LOOK.toMillis());
    }
    boolean quiet = drained();
    Map<String, List<Long>> waits = waits(page -> true);
    waits.forEach((name, all) -> say("%s, one by one: %s", name, StormPlatform.spread(all)));
    return quiet;
  }

  /**
   * Everybody asks for what is not there, which the answer repeats, as fast as the service takes
   * it. Meanwhile DingTalk forgets its session webhooks again and again, so that most answers need
   * its API.
   */
  private void talk() throws Exception {
    List<Future<?>> talking = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (StormPlatform platform : platforms) {
        for (int person = 0; person < settings.people(); person++) {
          int who = person;
          talking.add(threads.submit(() -> talk(platform, who)));
        }
      }
      for (Future<?> each : talking) {
        each.get();
      }
    }
    say("%d asked on each platform; %d answers wait", settings.messages(), waiting());
  }

  private Void talk(StormPlatform platform, int person) throws Exception {
    int[] mine =
        IntStream.range(settings.idle(), settings.idle() + settings.messages())
            .filter(i -> i % settings.people() == person)
            .toArray();
    for (int number : mine) {
      platform.asks(settings.person(person), number);
      platform.upset();
    }
    return null;
  }

  private long waiting() throws Exception {
    String metrics = service.get("/actuator/prometheus");
    return Math.max(0, DrillApi.gauge(metrics, "kouxin_outbox_waiting"))
        + Math.max(0, DrillApi.gauge(metrics, "kouxin_inbox_waiting"));
  }

  private boolean drained() throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(settings.minutes()));
    int quiet = 0;
    for (int look = 0; Instant.now().isBefore(end); look++) {
      for (StormPlatform platform : platforms) {
        platform.upset();
      }
      long left = waiting();
      quiet = left == 0 ? quiet + 1 : 0;
      if (quiet == QUIET_LOOKS) {
        return true;
      }
      if (look % 60 == 59) {
        say("%d wait", left);
      }
      Thread.sleep(LOOK.toMillis());
    }
    say("not done within %d minutes: %d wait", settings.minutes(), waiting());
    return false;
  }

  private void say(String what, Object... values) {
    System.out.printf(
        "%5d s  %s%n", Duration.between(begin, Instant.now()).toSeconds(), what.formatted(values));
  }

  private boolean report(StormPlatform platform) throws Exception {
    Map<String, Integer> states = new HashMap<>();
    for (DrillJson item : items()) {
      if (item.get("channel").text().equals(platform.name())) {
        String state =
            item.get("mergedInto").text().isEmpty() ? item.get("state").text() : "merged";
        states.merge(state, 1, Integer::sum);
      }
    }
    System.out.printf("%s, by the outbox: %s%n", platform.name(), states);
    List<Long> waits = waits(item -> !began(item)).getOrDefault(platform.name(), List.of());
    System.out.printf("  due → sent: %s%n", StormPlatform.spread(waits));
    return platform.report(settings.idle() + settings.messages());
  }

  private boolean began(DrillJson item) {
    return Instant.parse(item.get("createdAt").text()).isBefore(begin);
  }

  private interface Kind {
    boolean counts(DrillJson item);
  }

  /** From when each could have left to when it had, in milliseconds, by platform. */
  private Map<String, List<Long>> waits(Kind kind) throws Exception {
    Map<String, List<Long>> waits = new HashMap<>();
    for (DrillJson item : items()) {
      if (item.get("state").text().equals("sent") && kind.counts(item)) {
        Instant due = Instant.parse(item.get("createdAt").text());
        Instant sent = Instant.parse(item.get("sentAt").text());
        waits
            .computeIfAbsent(item.get("channel").text(), name -> new ArrayList<>())
            .add(Duration.between(due, sent).toMillis());
      }
    }
    return waits;
  }

  private List<DrillJson> items() throws Exception {
    List<DrillJson> all = new ArrayList<>();
    String after = "";
    do {
      DrillJson page = DrillJson.of(service.get("/api/v1/outbox?limit=200" + after));
      all.addAll(page.get("items").list());
      after = page.get("next").text().isEmpty() ? "" : "&after=" + page.get("next").text();
    } while (!after.isEmpty());
    return all;
  }

  /** From the command line. */
  private record Settings(
      URI service, String token, URI wecom, URI dingtalk, Map<String, String> given) {
    static Settings of(String[] args) {
      Map<String, String> given = new HashMap<>();
      for (int i = 0; i + 1 < args.length; i += 2) {
        given.put(args[i], args[i + 1]);
      }
      for (String needed : List.of("--service", "--token", "--wecom", "--dingtalk")) {
        if (!given.containsKey(needed)) {
          throw new IllegalArgumentException(needed + " is needed");
        }
      }
      return new Settings(
          URI.create(given.get("--service")),
          given.get("--token"),
          URI.create(given.get("--wecom")),
          URI.create(given.get("--dingtalk")),
          given);
    }

    private int number(String name, int otherwise) {
      return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
    }

    int people() {
      return number("--people", 50);
    }

    int messages() {
      return number("--messages", 2500);
    }

    int idle() {
      return number("--idle", 20);
    }

    int minutes() {
      return number("--minutes", 90);
    }

    String person(int number) {
      return "storm" + number;
    }
  }
}
