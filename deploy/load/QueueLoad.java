import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Queues voice notes and measures what that does to everybody else: how late reminders are and how
 * long HTTP answers take meanwhile. See README.md beside this file.
 */
public final class QueueLoad {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final List<String> CUSTOMERS =
      List.of("市一医院", "云溪县中医院", "博宁骨科医院", "松源检验", "江北新城医院", "安禾口腔");

  private final Service service;
  private final Settings settings;
  private final Times gets = new Times("GET");
  private final Times posts = new Times("POST");
  private final Map<String, Long> late = new HashMap<>();

  private QueueLoad(Service service, Settings settings) {
    this.service = service;
    this.settings = settings;
  }

  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          "java QueueLoad.java --link 'http://127.0.0.1:8080/?token=…' --notes FOLDER"
              + " [--count 30] [--reminders 6] [--voice-rep emma] [--text-rep zhangsan]");
      System.exit(2);
      return;
    }
    System.out.println(machine());
    System.exit(new QueueLoad(new Service(settings), settings).run() ? 0 : 1);
  }

  private static String machine() throws IOException {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return "machine: %d cores, %d MB, load %.1f, Java %s, %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            memory >> 20,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Runtime.version(),
            System.getProperty("os.name"));
  }

  private boolean run() throws Exception {
    remind();
    Instant begin = Instant.now();
    List<String> notes = queue();
    System.out.printf(
        "queued: %d notes, each answered with 202, in %d ms%n",
        notes.size(), Duration.between(begin, Instant.now()).toMillis());
    boolean done = measure(notes, begin);
    report();
    return done;
  }

  private void report() {
    System.out.println(gets.figures());
    System.out.println(posts.figures());
    System.out.println(lateness());
  }

  /** Memos whose next step is due on the next full minutes, while the queue is long. */
  private void remind() throws Exception {
    for (int i = 0; i < settings.reminders(); i++) {
      String customer = CUSTOMERS.get(i % CUSTOMERS.size());
      String when = "%s后".formatted(List.of("一分钟", "两分钟", "三分钟").get(i * 3 / settings.reminders()));
      service.say(settings.textRep(), "今天见了" + customer + "的人，" + when + "打电话给" + customer);
    }
  }

  private List<String> queue() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(settings.notes())) {
      files = all.filter(file -> file.toString().endsWith(".amr")).sorted().toList();
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < settings.count(); i++) {
      Path file = files.get(i % files.size());
      ids.add(posts.time(() -> service.upload(settings.voiceRep(), file)));
    }
    return ids;
  }

  /** Asks as the page does, and types now and then, until all notes have been worked on. */
  private boolean measure(List<String> notes, Instant begin) throws Exception {
    long lastPost = 0;
    boolean emptied = false;
    boolean reminded = false;
    for (int round = 0; Duration.between(begin, Instant.now()).compareTo(LONGEST) < 0; round++) {
      gets.time(() -> service.get("/api/v1/follow-ups?rep=" + settings.textRep()));
      gets.time(() -> service.get("/api/v1/sandbox/messages?rep=" + settings.textRep()));
      if (System.nanoTime() - lastPost > 1_000_000_000L) {
        lastPost = System.nanoTime();
        posts.time(() -> service.say(settings.textRep(), "帮助"));
      }
      if (round % 20 == 0) {
        watchReminders();
        long waiting = service.waiting(settings.voiceRep());
        if (waiting == 0 && !emptied) {
          emptied = true;
          System.out.printf("emptied: %d notes after %d s%n", notes.size(), since(begin));
        }
        if (!reminded && late.size() >= settings.reminders()) {
          reminded = true;
          System.out.printf("%d notes still wait when the last reminder has left:%n", waiting);
          report();
        }
        if (emptied && reminded) {
          return true;
        }
      }
      Thread.sleep(50); // the pace of a page, not of a benchmark
    }
    System.out.println("not done within " + LONGEST.toMinutes() + " minutes");
    return false;
  }

  private static long since(Instant begin) {
    return Duration.between(begin, Instant.now()).toSeconds();
  }

  /** Notes which reminders have left, and how late; the list of the outbox is not endless. */
  private void watchReminders() throws Exception {
    Map<String, Instant> due = new HashMap<>();
    for (Map<String, String> each : Json.items(service.get("/api/v1/reminders?limit=200"))) {
      Optional.ofNullable(each.get("dueAt"))
          .ifPresent(at -> due.put(each.get("id"), Instant.parse(at)));
    }
    for (Map<String, String> each : Json.items(service.get("/api/v1/outbox?limit=200"))) {
      String key = each.getOrDefault("key", "");
      String id = key.startsWith("remind:") ? key.split(":")[1] : "";
      if (due.containsKey(id) && each.containsKey("sentAt")) {
        late.putIfAbsent(
            id, ChronoUnit.MILLIS.between(due.get(id), Instant.parse(each.get("sentAt"))));
      }
    }
  }

  private String lateness() {
    return "reminders: %d sent, late by %s ms"
        .formatted(late.size(), late.values().stream().sorted().toList());
  }

  /** From the command line. */
  private record Settings(
      URI home,
      String token,
      Path notes,
      int count,
      int reminders,
      String voiceRep,
      String textRep) {
    static Settings of(String[] args) {
      Map<String, String> given = new HashMap<>();
      for (int i = 0; i + 1 < args.length; i += 2) {
        given.put(args[i], args[i + 1]);
      }
      if (!given.containsKey("--link") || !given.containsKey("--notes")) {
        throw new IllegalArgumentException("--link and --notes are needed");
      }
      String link = given.get("--link");
      int at = link.indexOf("/?token=");
      if (at < 0) {
        throw new IllegalArgumentException("--link is the line that the service printed");
      }
      return new Settings(
          URI.create(link.substring(0, at)),
          link.substring(at + "/?token=".length()),
          Path.of(given.get("--notes")),
          Integer.parseInt(given.getOrDefault("--count", "30")),
          Integer.parseInt(given.getOrDefault("--reminders", "6")),
          given.getOrDefault("--voice-rep", "emma"),
          given.getOrDefault("--text-rep", "zhangsan"));
    }
  }

  /** The HTTP API, as far as it is needed here. */
  private record Service(Settings settings) {
    private static final HttpClient HTTP =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    String get(String path) throws Exception {
      return send(to(path).GET(), 200);
    }

    String say(String rep, String text) throws Exception {
      return id(post(rep, "name=\"text\"", text.getBytes(StandardCharsets.UTF_8)));
    }

    String upload(String rep, Path file) throws Exception {
      String head = "name=\"file\"; filename=\"voice.amr\"\r\nContent-Type: audio/amr";
      return id(post(rep, head, Files.readAllBytes(file)));
    }

    long waiting(String rep) throws Exception {
      Matcher state =
          Pattern.compile("\"state\":\"received\"")
              .matcher(get("/api/v1/sandbox/messages?rep=" + rep));
      return state.results().count();
    }

    private String post(String rep, String head, byte[] bytes) throws Exception {
      var body = new ByteArrayOutputStream();
      String edge = "--edge\r\nContent-Disposition: form-data; ";
      body.write(
          (edge + "name=\"rep\"\r\n\r\n" + rep + "\r\n" + edge + head)
              .getBytes(StandardCharsets.UTF_8));
      body.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      body.write(bytes);
      body.write("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
      return send(
          to("/api/v1/sandbox/messages")
              .header("Content-Type", "multipart/form-data; boundary=edge")
              .POST(BodyPublishers.ofByteArray(body.toByteArray())),
          202);
    }

    private static String id(String answer) {
      Matcher id = ID.matcher(answer);
      if (!id.find()) {
        throw new IllegalStateException("no id in " + answer);
      }
      return id.group(1);
    }

    private HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(settings.home().resolve(path))
          .header("Authorization", "Bearer " + settings.token());
    }

    private static String send(HttpRequest.Builder request, int expected) throws Exception {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        throw new IllegalStateException(response.statusCode() + ": " + response.body());
      }
      return response.body();
    }
  }

  /** Reads lists of flat objects, which is all we ask for; the JDK has no reader of JSON. */
  private static final class Json {
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    static List<Map<String, String>> items(String list) {
      return OBJECT.matcher(list).results().map(found -> fields(found.group())).toList();
    }

    private static Map<String, String> fields(String object) {
      Map<String, String> fields = new HashMap<>();
      FIELD.matcher(object).results().forEach(f -> fields.put(f.group(1), f.group(2)));
      return fields;
    }
  }

  /** How long requests took. */
  private static final class Times {
    private final String name;
    private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());

    Times(String name) {
      this.name = name;
    }

    <T> T time(Callable<T> request) throws Exception {
      long begin = System.nanoTime();
      T answer = request.call();
      micros.add((System.nanoTime() - begin) / 1_000);
      return answer;
    }

    String figures() {
      List<Long> sorted = micros.stream().sorted().toList();
      return "%s: %d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
          .formatted(name, sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    /** The nearest-rank percentile, in milliseconds. */
    private static double at(List<Long> sorted, int percent) {
      int rank = Math.max(1, (int) Math.ceil(sorted.size() * percent / 100.0));
      return sorted.isEmpty() ? 0 : sorted.get(rank - 1) / 1_000.0;
    }
  }
}
