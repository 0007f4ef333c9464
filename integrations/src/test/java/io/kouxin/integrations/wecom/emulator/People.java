package io.kouxin.integrations.wecom.emulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is in the corp: 张三 and 王五 led by 李四, until somebody is added. */
public final class People {
  private static final int MOST_NAMED = 1000;
  private final Map<String, Member> members = new LinkedHashMap<>();

  People() {
    add(Member.of("ZhangSan", "张三").ledBy("lisi"));
    add(Member.of("lisi", "李四"));
    add(Member.of("WangWu", "王五").ledBy("lisi"));
    add(Member.of("ZhaoLiu", "赵六").withoutLicence());
  }

  /** Adds a member, or takes the place of the one with the same userid. */
  public synchronized void add(Member member) {
    members.put(key(member.userId()), member);
  }

  /** Takes a member out of what the application sees. */
  public synchronized void remove(String userId) {
    members.remove(key(userId));
  }

  synchronized Optional<Member> find(String userId) {
    return Optional.ofNullable(members.get(key(userId)));
  }

  synchronized List<Member> all() {
    return List.copyOf(members.values());
  }

  /** Whom a request to send means; nobody named is 82001, too many are 40032. */
  Recipients named(Fields request) {
    List<String> users = split(request.text("touser"));
    List<String> parties = split(request.text("toparty"));
    List<String> tags = split(request.text("totag"));
    if (users.isEmpty() && parties.isEmpty() && tags.isEmpty()) {
      throw Errcode.NOBODY_NAMED.refusal();
    }
    if (users.size() > MOST_NAMED) {
      throw Errcode.TOO_MANY_USERS.refusal();
    }
    Recipients found = new Recipients();
    if (users.equals(List.of("@all"))) {
      all().forEach(found::add);
      return found;
    }
    users.forEach(user -> find(user).ifPresentOrElse(found::add, () -> found.unknown(key(user))));
    parties.forEach(party -> addParty(party, found));
    found.tags().addAll(tags);
    return found;
  }

  private void addParty(String party, Recipients found) {
    List<Member> in =
        all().stream().filter(each -> String.valueOf(each.department()).equals(party)).toList();
    in.forEach(found::add);
    if (in.isEmpty()) {
      found.parties().add(party);
    }
  }

  private static List<String> split(String joined) {
    return new ArrayList<>(
        Arrays.stream(joined.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  static String key(String userId) {
    return userId.toLowerCase(Locale.ROOT);
  }
}
