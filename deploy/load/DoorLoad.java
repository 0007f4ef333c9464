import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Knocks at WeCom's door of a running service as fast as it answers, and measures how many
 * callbacks it acknowledges and how long each waits. See README.md beside this file.
 */
public final class DoorLoad {
  private final Settings settings;
  private final DoorLetters.Letter[] letters;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Knocker> knockers = new ArrayList<>();

  private DoorLoad(Settings settings) {
    this.settings = settings;
    int enough = (settings.warmUp() + settings.seconds()) * settings.mostPerSecond();
    this.letters =
        new DoorLetters(settings.application())
            .seal(settings.door(), enough, settings.senders(), settings.text());
  }

  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          "java DoorLoad.java --link 'http://127.0.0.1:8080/?token=…' [--connections 16]"
              + " [--senders 200] [--warm-up 10] [--seconds 20] [--text …] [--acks FILE]"
              + " [--most-per-second 4000] [--register yes], with the KOUXIN_WECOM_ settings of"
              + " the service in the environment");
      System.exit(2);
      return;
    }
    System.out.println(machine());
    if (settings.register()) {
      register(settings);
    }
    System.exit(new DoorLoad(settings).run() ? 0 : 1);
  }

  static String sender(int number) {
    return "rep%03d".formatted(number);
  }

  private static String machine() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    try (Stream<String> lines = Files.exists(info) ? Files.lines(info) : Stream.empty()) {
      String model =
          lines
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .orElse(System.getProperty("os.arch"));
      return "machine: %d cores, %s, Java %s, %s, load %.2f"
          .formatted(
              Runtime.getRuntime().availableProcessors(),
              model,
              Runtime.version(),
              System.getProperty("os.name"),
              load());
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Makes the senders known, so that their messages are worked on and not held. */
  private static void register(Settings settings) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      for (int i = 0; i < settings.senders(); i++) {
        String person =
            """
            {"name": "%1$s", "role": "rep", "language": "zh", "team": "load",
             "accounts": [{"channel": "wecom", "account": "%1$s"}]}
            """
                .formatted(sender(i));
        var request =
            HttpRequest.newBuilder(settings.service().resolve("/api/v1/people/" + sender(i)))
                .header("Authorization", "Bearer " + settings.adminToken())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(person))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
      }
    }
  }

  private boolean run() throws Exception {
    long begin = System.nanoTime();
    long measured = begin + settings.warmUp() * 1_000_000_000L;
    long end = measured + settings.seconds() * 1_000_000_000L;
    for (int i = 0; i < settings.connections(); i++) {
      var knocker = new Knocker(measured, end);
      knockers.add(knocker);
      knocker.thread.start();
    }
    for (Knocker each : knockers) {
      each.thread.join();
    }
    report(measured, Math.min(end, System.nanoTime()));
    settings.acks().ifPresent(this::writeAcks);
    return knockers.stream().allMatch(each -> each.errors == 0);
  }

  private void report(long measured, long end) {
    long[] micros = knockers.stream().flatMapToLong(Knocker::micros).sorted().toArray();
    long all = knockers.stream().mapToLong(each -> each.acks.size()).sum();
    long errors = knockers.stream().mapToLong(each -> each.errors).sum();
    double seconds = (end - measured) / 1e9;
    System.out.printf(
        "acks: %.0f/s (%d in %.1f s, %d with the warm-up), p50 %.1f ms, p99 %.1f ms, longest %.1f"
            + " ms, errors %d%n",
        micros.length / seconds,
        micros.length,
        seconds,
        all,
        at(micros, 50),
        at(micros, 99),
        at(micros, 100),
        errors);
    knockers.stream()
        .flatMap(each -> each.problems.stream())
        .distinct()
        .limit(5)
        .forEach(problem -> System.out.println("error: " + problem));
    System.out.printf(
        "connections: %d, opened %d times; load %.2f at the end; this program used %.1f s of CPU%n",
        knockers.size(),
        knockers.stream().mapToInt(each -> each.connection.opened()).sum(),
        load(),
        cpuSeconds());
    if (next.get() >= letters.length) {
      System.out.println("all letters were used up: give a greater --most-per-second");
    }
  }

  private static double cpuSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(d -> d.toMillis() / 1e3)
        .orElse(0d);
  }

  /** The nearest-rank percentile, in milliseconds. */
  private static double at(long[] sorted, int percent) {
    int rank = Math.max(1, (int) Math.ceil(sorted.length * percent / 100.0));
    return sorted.length == 0 ? 0 : sorted[rank - 1] / 1_000.0;
  }

  private void writeAcks(Path file) {
    try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
      knockers.forEach(each -> each.acks.forEach(out::println));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who stands at the door with one connection and knocks again as soon as there is an answer. */
  private final class Knocker {
    final DoorConnection connection = new DoorConnection(settings.door());
    final Thread thread = Thread.ofPlatform().unstarted(this::knock);
    final List<String> acks = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    int errors;
    private final long measured;
    private final long end;
    private long[] micros = new long[1 << 16];
    private int count;

    Knocker(long measured, long end) {
      this.measured = measured;
      this.end = end;
    }

    private void knock() {
      long now = System.nanoTime();
      for (int i = next.getAndIncrement(); now < end && i < letters.length; ) {
        long begin = now;
        int status = status(letters[i]);
        now = System.nanoTime();
        if (status == 200) {
          acks.add(letters[i].msgId());
          if (begin >= measured && now < end) {
            note((now - begin) / 1_000);
          }
        } else {
          errors++;
        }
        i = next.getAndIncrement();
      }
    }

    private int status(DoorLetters.Letter letter) {
      try {
        int status = connection.send(letter.request());
        if (status != 200 && problems.size() < 5) {
          problems.add("status " + status);
        }
        return status;
      } catch (IOException e) {
        if (problems.size() < 5) {
          problems.add(e.toString());
        }
        return 0;
      }
    }

    private void note(long took) {
      if (count == micros.length) {
        micros = Arrays.copyOf(micros, count * 2);
      }
      micros[count++] = took;
    }

    LongStream micros() {
      return Arrays.stream(micros, 0, count);
    }
  }

  /** From the command line and, what the service has too, from the environment. */
  private record Settings(Map<String, String> given) {
    static Settings of(String[] args) {
      Map<String, String> given = new HashMap<>();
      for (int i = 0; i + 1 < args.length; i += 2) {
        given.put(args[i], args[i + 1]);
      }
      var settings = new Settings(given);
      if (!given.getOrDefault("--link", "").contains("/?token=")) {
        throw new IllegalArgumentException("--link is the line that the service printed");
      }
      settings.application();
      return settings;
    }

    URI service() {
      String link = given.get("--link");
      return URI.create(link.substring(0, link.indexOf("/?token=")));
    }

    URI door() {
      return service().resolve("/callbacks/wecom");
    }

    String adminToken() {
      String link = given.get("--link");
      return link.substring(link.indexOf("/?token=") + "/?token=".length());
    }

    DoorLetters.Application application() {
      return new DoorLetters.Application(
          secret("CORPID"), secret("AGENTID"), secret("TOKEN"), secret("AESKEY"));
    }

    private static String secret(String name) {
      String value = System.getenv("KOUXIN_WECOM_" + name);
      if (value == null) {
        throw new IllegalArgumentException("KOUXIN_WECOM_" + name + " is needed");
      }
      return value;
    }

    private int number(String name, int otherwise) {
      return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
    }

    int connections() {
      return number("--connections", 16);
    }

    int senders() {
      return number("--senders", 200);
    }

    int warmUp() {
      return number("--warm-up", 10);
    }

    int seconds() {
      return number("--seconds", 20);
    }

    int mostPerSecond() {
      return number("--most-per-second", 4000);
    }

    boolean register() {
      return given.getOrDefault("--register", "yes").equals("yes");
    }

    String text() {
      return given.getOrDefault("--text", "今天见了市一医院的李主任，他嫌价格贵，下周三下午三点再去，第{n}次");
    }

    java.util.Optional<Path> acks() {
      return java.util.Optional.ofNullable(given.get("--acks")).map(Path::of);
    }
  }
}
