package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who works in the organisation, as far as the application's range of contacts goes ({@code
 * topapi/v2/user/get}). These calls are outside the monthly quota.
 */
public final class DingTalkDirectory implements Directory {
  private final DingTalkApi api;
  private final Departments departments;

  /** Through this API. */
  public DingTalkDirectory(DingTalkApi api, Clock clock) {
    this.api = api;
    this.departments = new Departments(api, clock);
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
