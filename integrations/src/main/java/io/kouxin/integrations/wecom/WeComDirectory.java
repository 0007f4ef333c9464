package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who works in the company, as far as the application's visible range goes ({@code user/get},
 * document 90196). Accounts that differ only in upper and lower case are the same person.
 */
public final class WeComDirectory implements Directory {
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
    if (answer.trouble().equals(Optional.of(Trouble.Kind.PERSON))) {
      return Optional.empty();
    }
    answer.orThrow();
    String spelled = answer.words("userid").isBlank() ? account : answer.words("userid");
    List<Integer> ids = departmentIds(answer.body());
    return Optional.of(
        new Member(
            spelled, answer.words("name"), departments.names(ids), leaders(spelled, answer, ids)));
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
  private List<String> leaders(String account, Answer answer, List<Integer> ids)
      throws ChannelException {
    List<String> direct =
        Departments.elements(answer.body(), "direct_leader").map(JsonElement::getAsString).toList();
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
