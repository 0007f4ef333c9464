package io.kouxin.integrations.channel;

import java.util.List;
import java.util.Optional;

/** Who works in the company, as far as the platform lets us see. Safe for many threads. */
public interface Directory {

  /** The name of the channel it belongs to, lower case. */
  String name();

  /** The member behind an account; empty if there is none or we may not see them. */
  Optional<Member> member(String account) throws ChannelException;

  /**
   * A member of the company.
   *
   * @param account as the platform spells it
   * @param name what others call them; may be empty where the platform hides it
   * @param departments names from the one that is meant first, empty where they are hidden
   * @param leaders accounts of those who lead this person, nearest first, as they are written where
   *     these send us something; empty if we see none
   */
  record Member(String account, String name, List<String> departments, List<String> leaders) {
    public Member {
      departments = List.copyOf(departments);
      leaders = List.copyOf(leaders);
    }
  }
}
