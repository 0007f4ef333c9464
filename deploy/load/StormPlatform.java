import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One emulator in a storm.
 *
 * @param aSecond calls that it takes from all in a second
 * @param aMinute messages that we send one person in a minute
 */
record StormPlatform(String name, DrillApi emulator, int aSecond, int aMinute) {
  private static final Pattern NUMBER = Pattern.compile("零零(\\d+)号");
  private static final int FIRST = 10_000;

  private boolean wecom() {
    return name.equals("wecom");
  }

  void insistOnFresh() throws Exception {
    if (!emulator.get("/admin/sent?limit=1").contains("\"kept\":0")) {
      throw new IllegalStateException(name + " has sent something already: start it afresh.");
    }
  }

  void add(String person) throws Exception {
    emulator.post(
        wecom() ? "/admin/members" : "/admin/people",
        "{\"userid\":\"%s\",\"name\":\"%s\"}".formatted(person, person));
  }

  /** Somebody asks for what is not there, by this number. */
  void asks(String person, int number) throws Exception {
    String words = "查零零%d号".formatted(FIRST + number);
    String message =
        wecom()
            ? "{\"kind\":\"text\",\"user\":\"%s\",\"fields\":{\"Content\":\"%s\"}}"
            : "{\"kind\":\"text\",\"user\":\"%s\",\"words\":\"%s\"}";
    String answer = emulator.post("/admin/inject", message.formatted(person, words));
    if (!answer.contains("\"accepted\":" + (wecom() ? "1" : "true"))) {
      throw new IOException("The service did not take a message: " + answer);
    }
  }

  /** DingTalk forgets its webhooks, and somebody buys more calls for the month in time. */
  void upset() throws Exception {
    if (!wecom()) {
      emulator.post("/admin/sessions/end", "{}");
      DrillJson quota = DrillJson.of(emulator.get("/admin/quota"));
      if (Integer.parseInt(quota.get("calls").text()) > 4_000
          || Integer.parseInt(quota.get("messages").text()) > 2_000) {
        emulator.post("/admin/quota", "{\"calls\":0,\"messages\":0}");
      }
    }
  }

  /** Something that reached somebody. */
  private record Heard(String who, Instant at, List<String> numbers) {}

  private List<Heard> heard() throws Exception {
    List<Heard> all = new ArrayList<>();
    for (DrillJson item :
        DrillJson.of(emulator.get("/admin/sent?limit=50000")).get("items").list()) {
      DrillJson receipt = wecom() ? item : item.get("receipt");
      for (DrillJson to : receipt.get("delivered").list()) {
        DrillJson words =
            wecom() ? item.get("shown").get(to.text()).get("words") : item.get("text");
        all.add(new Heard(to.text(), Instant.parse(item.get("at").text()), numbers(words.text())));
      }
    }
    return all;
  }

  private static List<String> numbers(String words) {
    List<String> found = new ArrayList<>();
    for (Matcher number = NUMBER.matcher(words); number.find(); ) {
      found.add(number.group(1));
    }
    return found;
  }

  private long dropped() throws Exception {
    long dropped = 0;
    for (DrillJson item :
        DrillJson.of(emulator.get("/admin/sent?limit=50000")).get("items").list()) {
      DrillJson receipt = wecom() ? item : item.get("receipt");
      dropped += receipt.get("dropped").list().size() + receipt.get("slowed").list().size();
    }
    return dropped;
  }

  /** What the emulator got, by its own clock and receipts. */
  boolean report(int asked) throws Exception {
    List<Heard> heard = heard();
    List<String> answered = heard.stream().flatMap(one -> one.numbers().stream()).toList();
    int once = new HashSet<>(answered).size();
    int doubled = answered.size() - once;
    int inSecond = most(heard, Duration.ofSeconds(1));
    Map<String, List<Heard>> each = new HashMap<>();
    heard.forEach(one -> each.computeIfAbsent(one.who(), who -> new ArrayList<>()).add(one));
    int inMinute =
        each.values().stream().mapToInt(all -> most(all, Duration.ofMinutes(1))).max().orElse(0);
    String refusals = wecom() ? "{}" : emulator.get("/admin/refusals");
    System.out.printf(
        "  by the emulator: %d messages; of %d answers %d came, %d twice, %d never%n",
        heard.size(), asked, once, doubled, asked - once);
    System.out.printf(
        "  at most %d in a second, %d to one person in a minute (%d are ours); held back %d,"
            + " refused %s%n",
        inSecond, inMinute, aMinute, dropped(), refusals);
    boolean within = inMinute <= aMinute && (wecom() || inSecond <= aSecond);
    return within && once == asked && doubled == 0 && dropped() == 0;
  }

  private static int most(List<Heard> heard, Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < heard.size(); last++) {
      while (!heard.get(first).at().isAfter(heard.get(last).at().minus(window))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  static String spread(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return "none";
    }
    return "%d, p50 %d ms, p99 %d ms, longest %d ms"
        .formatted(sorted.size(), nearest(sorted, 50), nearest(sorted, 99), sorted.getLast());
  }

  private static long nearest(List<Long> sorted, int percent) {
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }
}
