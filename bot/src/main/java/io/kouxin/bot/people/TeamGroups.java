package io.kouxin.bot.people;

import io.kouxin.bot.people.People.Account;
import java.util.List;
import java.util.Optional;

/** The groups of teams. Setting one up is the company's consent that its team reads there. */
public interface TeamGroups {

  /** The group of a team, working or not. */
  Optional<TeamGroup> of(String team);

  /** The group behind an account; of several teams that share one, any. */
  Optional<TeamGroup> behind(Account account);

  /** All of them, by team. */
  List<TeamGroup> all();

  /** Sets a team's group, or another one in its place; it works until the platform says no. */
  void save(TeamGroup group, String by);

  /** Takes it away. False if there was none. */
  boolean remove(String team, String by);

  /** The platform will never take anything for it as it is; the administrators hear of it once. */
  void refused(Account account, String reason);
}
