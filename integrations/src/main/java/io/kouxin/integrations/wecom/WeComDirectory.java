package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who works in the company, as far as the application's visible range goes ({@code user/get},
 * document 90196). Accounts that differ only in upper and lower case are the same person.
 */
public final class WeComDirectory implements Directory {
  /** The {@code status} of somebody who left the company; others may come back by themselves. */
  private static final String QUIT = "5";

  private final WeComApi api;
  private final Departments departments;

  /** Through this API. */
  public WeComDirectory(WeComApi api, Clock clock) {
    this.api = api;
    this.departments = new Departments(api, clock);
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public Optional<Member> member(String account) throws ChannelException {
    Answer answer = api.get("/cgi-bin/user/get", "userid", account);
    boolean nobody = answer.trouble().equals(Optional.of(Trouble.Kind.PERSON));
    if (nobody || answer.words("status").equals(QUIT)) {
      return Optional.empty();
    }
    return Optional.of(member(account, answer.orThrow()));
  }

  /** From {@code user/get} or an item of {@code user/list}, which say the same. */
  private Member member(String account, JsonObject user) throws ChannelException {
    String said = Answer.words(user, "userid");
    String spelled = said.isBlank() ? account : said;
    List<Integer> ids = departmentIds(user);
    return new Member(
        spelled, Answer.words(user, "name"), departments.names(ids), leaders(spelled, user, ids));
  }

  /**
   * One call a department ({@code user/list}, document 90201), and one for each known account that
   * no department showed: people may be in the visible range alone.
   */
  @Override
  public Roster roster(Set<String> known) throws ChannelException {
    Departments.Listing listing = departments.list();
    Map<String, Member> members = new LinkedHashMap<>();
    Optional<String> gap = listing.gap();
    for (int id : listing.ids()) {
      Answer answer = api.get("/cgi-bin/user/list", "department_id", String.valueOf(id));
      if (Departments.hidden(answer)) {
        gap = gap.or(() -> Optional.of(String.valueOf(answer.exception().getMessage())));
      } else {
        add(answer.orThrow(), members);
      }
    }
    for (String account : known) {
      if (!members.containsKey(lower(account))) {
        member(account).ifPresent(found -> members.put(lower(account), found));
      }
    }
    return new Roster(List.copyOf(members.values()), listing.ids().size(), gap);
  }

  private void add(JsonObject answer, Map<String, Member> members) throws ChannelException {
    List<JsonObject> users =
        Departments.elements(answer, "userlist")
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .toList();
    for (JsonObject user : users) {
      String account = Answer.words(user, "userid");
      if (!account.isBlank() && !Answer.words(user, "status").equals(QUIT)) {
        members.putIfAbsent(lower(account), member(account, user));
      }
    }
  }

  private static String lower(String account) {
    return account.toLowerCase(Locale.ROOT);
  }

  /** The main department first. */
  private static List<Integer> departmentIds(JsonObject user) {
    Stream<JsonElement> main = Stream.ofNullable(user.get("main_department"));
    return Stream.concat(main, Departments.elements(user, "department"))
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsInt)
        .distinct()
        .toList();
  }

  /** Those the company names for this person, else those of the departments above. */
  private List<String> leaders(String account, JsonObject user, List<Integer> ids)
      throws ChannelException {
    List<String> direct =
        Departments.elements(user, "direct_leader").map(JsonElement::getAsString).toList();
    List<String> own = others(account, direct);
    if (!own.isEmpty() || ids.isEmpty()) {
      return own;
    }
    return others(account, departments.leaders(ids.getFirst()));
  }

  private static List<String> others(String account, List<String> leaders) {
    var seen = new TreeSet<String>();
    seen.add(account.toLowerCase(Locale.ROOT));
    List<String> others = new ArrayList<>();
    for (String leader : leaders) {
      String sender = leader.toLowerCase(Locale.ROOT);
      if (!leader.isBlank() && seen.add(sender)) {
        others.add(sender);
      }
    }
    return others;
  }
}
