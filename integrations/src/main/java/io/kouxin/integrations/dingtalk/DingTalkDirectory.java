package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who works in the organisation, as far as the application's range of contacts goes ({@code
 * topapi/v2/user/get}). These calls are outside the monthly quota.
 */
public final class DingTalkDirectory implements Directory {
  private final DingTalkApi api;
  private final Departments departments;
  private final Stride stride;

  /** Through this API. */
  public DingTalkDirectory(DingTalkApi api, Clock clock) {
    this(api, clock, Stride.Pause.SLEEP);
  }

  /** Waiting like this where DingTalk wants us slower. */
  DingTalkDirectory(DingTalkApi api, Clock clock, Stride.Pause pause) {
    this.api = api;
    this.departments = new Departments(api, clock);
    this.stride = new Stride(clock, pause);
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public Optional<Member> member(String account) throws ChannelException {
    var question = new JsonObject();
    question.addProperty("userid", account);
    question.addProperty("language", "zh_CN");
    Answer answer = api.contacts("/topapi/v2/user/get", question);
    if (answer.is(Trouble.Kind.PERSON)) {
      return Optional.empty();
    }
    Fields user = answer.orThrow().object("result");
    String spelled = user.said("userid").orElse(account);
    List<String> ids = user.list("dept_id_list");
    return Optional.of(
        new Member(
            spelled, user.words("name"), departments.names(ids), leaders(spelled, user, ids)));
  }

  /**
   * Department by department, a hundred people a call; those who are known are asked for one by
   * one, because lists do not say who leads them.
   */
  @Override
  public Roster roster(Set<String> known) throws ChannelException {
    var listing = new Listing(api, stride);
    listing.read();
    Map<String, Member> members = new LinkedHashMap<>(listing.members());
    for (String account : known) {
      Optional<Member> member = stride.take(() -> member(account));
      member.ifPresent(found -> members.put(account, found));
      if (member.isEmpty()) {
        members.remove(account);
      }
    }
    return new Roster(List.copyOf(members.values()), listing.departments(), listing.gap());
  }

  /** The one the company names for this person, else who leads the departments above. */
  private List<String> leaders(String account, Fields user, List<String> ids)
      throws ChannelException {
    List<String> all = new ArrayList<>(user.said("manager_userid").stream().toList());
    if (all.isEmpty() && !ids.isEmpty()) {
      all.addAll(departments.leaders(ids.getFirst()));
    }
    Stream<String> others = all.stream().filter(leader -> !leader.equals(account));
    return others.distinct().toList();
  }
}
