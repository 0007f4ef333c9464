import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WeCom is away for a while, and people go on talking to the bot: what becomes of its answers.
 * Works on a running service and the emulator it was started with. See README.md beside this file.
 */
public final class OutageDrill {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Pattern BREAKER =
      Pattern.compile(
          "(?m)^resilience4j_circuitbreaker_state\\{[^}]*name=\"wecom-deliver\"[^}]*\\} 1\\.0$");
  private static final Pattern STATE = Pattern.compile("state=\"([a-z_]+)\"");

  private final Settings settings;
  private final DrillApi service;
  private final DrillApi emulator;
  private String breaker = "";
  private Instant begin = Instant.now();

  private OutageDrill(Settings settings) {
    this.settings = settings;
    this.service = new DrillApi(settings.service(), settings.token());
    this.emulator = new DrillApi(settings.emulator(), "");
  }

  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          "java OutageDrill.java --service http://127.0.0.1:8080 --token TOKEN"
              + " --emulator http://127.0.0.1:8090 [--minutes 10] [--people 25] [--replies 500]");
      System.exit(2);
      return;
    }
    System.out.printf(
        "machine: %d cores, Java %s, %s%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    System.exit(new OutageDrill(settings).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    emulator.delete("/admin/faults");
    for (int i = 0; i < settings.people(); i++) {
      add(settings.person(i));
    }
    settle();
    begin = Instant.now();
    emulator.post("/admin/faults", "{\"kind\":\"down\"}");
    say("WeCom is away");
    talk();
    emulator.delete("/admin/faults");
    Instant back = Instant.now();
    say("WeCom is back; %s wait", waiting());
    boolean empty = drained(back);
    return report(back) && empty;
  }

  private void add(String person) throws Exception {
    String name = "{\"userid\":\"%s\",\"name\":\"%s\"}".formatted(person, person);
    emulator.post("/admin/members", name);
    service.put(
        "/api/v1/people/" + person,
        """
        {"name":"%s","role":"rep","language":"zh",
         "accounts":[{"channel":"wecom","account":"%s"}]}
        """
            .formatted(person, person));
  }

  /**
   * Each of them asks for what is not there, which the answer repeats, spread over the time without
   * WeCom; the first five ask for half of it.
   */
  private void talk() throws Exception {
    Duration away = Duration.ofMinutes(settings.minutes());
    for (int i = 0; i < settings.replies(); i++) {
      waitUntil(begin.plus(away.multipliedBy(i).dividedBy(settings.replies())));
      int person = i % 2 == 0 ? i / 2 % 5 : i / 2 % settings.people();
      String answer =
          emulator.post(
              "/admin/inject",
              "{\"kind\":\"text\",\"user\":\"%s\",\"fields\":{\"Content\":\"查零零%d号\"}}"
                  .formatted(settings.person(person), 1000 + i));
      if (!answer.contains("\"accepted\":1")) {
        throw new IllegalStateException("The service did not take a message: " + answer);
      }
      watch();
    }
    waitUntil(begin.plus(away));
  }

  private void waitUntil(Instant moment) throws Exception {
    while (Instant.now().isBefore(moment)) {
      Duration left = Duration.between(Instant.now(), moment);
      Thread.sleep(Math.clamp(left.toMillis(), 1, LOOK.toMillis()));
      watch();
    }
  }

  /** Says when the breaker changes its state. */
  private String watch() throws Exception {
    String metrics = service.get("/actuator/prometheus");
    Matcher line = BREAKER.matcher(metrics);
    Matcher state = STATE.matcher(line.find() ? line.group() : "state=\"none\"");
    String now = state.find() ? state.group(1) : "none";
    if (!now.equals(breaker)) {
      breaker = now;
      say(
          "breaker wecom-deliver: %s, %s wait",
          now, DrillApi.gauge(metrics, "kouxin_outbox_waiting"));
    }
    return metrics;
  }

  private long waiting() throws Exception {
    return DrillApi.gauge(watch(), "kouxin_outbox_waiting");
  }

  /** Nothing of an earlier drill may be left, or it would count here. */
  private void settle() throws Exception {
    for (long left = waiting(); left > 0; left = waiting()) {
      say("%d of earlier days wait still", left);
      Thread.sleep(5_000);
    }
    if (!emulator.get("/admin/sent?limit=1").contains("\"kept\":0")) {
      throw new IllegalStateException("The emulator has sent something already: start it afresh.");
    }
  }

  private boolean drained(Instant back) throws Exception {
    while (Duration.between(back, Instant.now()).compareTo(LONGEST) < 0) {
      if (waiting() == 0) {
        say("all have left, %d s after WeCom was back", seconds(back));
        return true;
      }
      Thread.sleep(LOOK.toMillis());
    }
    say("not done within %d minutes: %d wait", LONGEST.toMinutes(), waiting());
    return false;
  }

  private static long seconds(Instant since) {
    return Duration.between(since, Instant.now()).toSeconds();
  }

  private void say(String what, Object... values) {
    System.out.printf("%5d s  %s%n", seconds(begin), what.formatted(values));
  }

  /** What the emulator got, by its own receipts, against what the outbox says. */
  private boolean report(Instant back) throws Exception {
    Chats chats = Chats.of(emulator.get("/admin/sent?limit=50000"));
    Map<String, List<String>> said = said();
    boolean same = said.equals(chats.lines());
    System.out.printf(
        "%d answers to %d people left as %d messages; dropped by WeCom: %d%n",
        said.values().stream().mapToInt(List::size).sum(),
        said.size(),
        chats.messages(),
        chats.dropped());
    System.out.printf(
        "to one person in any minute: at most %d (25 are allowed)%n", chats.highest());
    System.out.printf("each once and in order: %s%n", same ? "yes" : "NO");
    said.forEach(
        (person, texts) -> {
          if (!texts.equals(chats.lines().get(person))) {
            System.out.printf(
                "  %s: said %d lines, got %s%n", person, texts.size(), chats.lines().get(person));
          }
        });
    System.out.printf(
        "last one %d s after WeCom was back%n", Duration.between(back, chats.last()).toSeconds());
    return same && chats.dropped() == 0 && chats.highest() <= 25;
  }

  /** What was said to each, line by line, in the order in which it was said. */
  private Map<String, List<String>> said() throws Exception {
    Map<String, List<String>> said = new TreeMap<>();
    String after = "";
    do {
      DrillJson page = DrillJson.of(service.get("/api/v1/outbox?limit=200" + after));
      for (DrillJson item : page.get("items").list()) {
        if (item.get("state").text().equals("sent")) {
          said.computeIfAbsent(item.get("recipient").text(), who -> new ArrayList<>())
              .addAll(0, lines(item.get("text").text()));
        }
      }
      after = page.get("next").text().isEmpty() ? "" : "&after=" + page.get("next").text();
    } while (!after.isEmpty());
    return said;
  }

  private static List<String> lines(String text) {
    return List.of(text.strip().split("\n"));
  }

  /** What arrived. */
  private record Chats(
      Map<String, List<String>> lines, int messages, int dropped, int highest, Instant last) {
    static Chats of(String sent) {
      Map<String, List<String>> lines = new TreeMap<>();
      Map<String, List<Instant>> times = new HashMap<>();
      Instant last = Instant.EPOCH;
      int dropped = 0;
      List<DrillJson> items = DrillJson.of(sent).get("items").list();
      for (DrillJson item : items) {
        dropped += item.get("dropped").list().size();
        last = Instant.parse(item.get("at").text());
        for (DrillJson to : item.get("delivered").list()) {
          String words = item.get("shown").get(to.text()).get("words").text();
          lines
              .computeIfAbsent(to.text(), who -> new ArrayList<>())
              .addAll(OutageDrill.lines(words));
          times.computeIfAbsent(to.text(), who -> new ArrayList<>()).add(last);
        }
      }
      int highest = times.values().stream().mapToInt(Chats::highest).max().orElse(0);
      return new Chats(lines, items.size(), dropped, highest, last);
    }

    private static int highest(List<Instant> times) {
      return times.stream()
          .mapToInt(
              end ->
                  (int)
                      times.stream()
                          .filter(at -> !at.isAfter(end) && at.isAfter(end.minusSeconds(60)))
                          .count())
          .max()
          .orElse(0);
    }
  }

  /** From the command line. */
  private record Settings(
      URI service, String token, URI emulator, int minutes, int people, int replies) {
    static Settings of(String[] args) {
      Map<String, String> given = new HashMap<>();
      for (int i = 0; i + 1 < args.length; i += 2) {
        given.put(args[i], args[i + 1]);
      }
      for (String needed : List.of("--service", "--token", "--emulator")) {
        if (!given.containsKey(needed)) {
          throw new IllegalArgumentException(needed + " is needed");
        }
      }
      return new Settings(
          URI.create(given.get("--service")),
          given.get("--token"),
          URI.create(given.get("--emulator")),
          Integer.parseInt(given.getOrDefault("--minutes", "10")),
          Integer.parseInt(given.getOrDefault("--people", "25")),
          Integer.parseInt(given.getOrDefault("--replies", "500")));
    }

    String person(int number) {
      return "drill" + number;
    }
  }
}
