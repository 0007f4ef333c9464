package io.kouxin.integrations.wecom.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom one message means, sorted by what becomes of it. */
final class Recipients {
  private final Map<String, Member> good = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> unlicensed = new ArrayList<>();
  private final List<String> parties = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  void add(Member member) {
    if (member.licensed()) {
      good.put(People.key(member.userId()), member);
    } else {
      unlicensed.add(People.key(member.userId()));
    }
  }

  void unknown(String userId) {
    unknown.add(userId);
  }

  /** A partial failure: these are answered as invalid, however well they are known. */
  void refuse(Set<String> userIds) {
    for (String each : userIds) {
      if (good.remove(each) != null) {
        unknown.add(each);
      }
    }
  }

  /** Userids as the corp writes them. */
  List<String> good() {
    return good.values().stream().map(Member::userId).toList();
  }

  List<String> unknown() {
    return unknown;
  }

  List<String> unlicensed() {
    return unlicensed;
  }

  /** Departments that are not there. */
  List<String> parties() {
    return parties;
  }

  /** Tags: the corp has none. */
  List<String> tags() {
    return tags;
  }
}
