package io.kouxin.integrations.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works in the company, as far as the platform lets us see. Safe for many threads. */
public interface Directory {

  /** The name of the channel it belongs to, lower case. */
  String name();

  /** The member behind an account; empty if there is none or we may not see them. */
  Optional<Member> member(String account) throws ChannelException;

  /**
   * Everybody whom the platform shows us; takes minutes in a company of thousands, and keeps to the
   * platform's limits by itself.
   *
   * @param known accounts that matter: of each it is found out whether it is still there, and who
   *     leads it, even where lists do not say
   * @throws ChannelException if the listing ended midway; nothing may be concluded from it
   */
  Roster roster(Set<String> known) throws ChannelException;

  /**
   * What a listing showed.
   *
   * @param members each once; leaders may be missing of those nobody asked for
   * @param departments how many there are
   * @param gap what was kept from us, in words for the log; while there is one, whoever is not
   *     listed may still be there
   */
  record Roster(List<Member> members, int departments, Optional<String> gap) {
    public Roster {
      members = List.copyOf(members);
    }
  }

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
