package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.TeamGroup;
import io.kouxin.bot.people.TeamGroups;
import io.kouxin.integrations.channel.GroupChannel;
import io.kouxin.integrations.channel.GroupRobot;
import io.kouxin.integrations.channel.GroupRobots;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The groups of teams. What opens one is taken and never shown. */
@RestController
@RequestMapping("/api/v1/teams")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Teams")
class TeamController {
  private static final int LONGEST = 100;
  private final TeamGroups groups;
  private final GroupRobots robots;

  TeamController(TeamGroups groups, GroupRobots robots) {
    this.groups = groups;
    this.robots = robots;
  }

  /**
   * A team with a group.
   *
   * @param account under which the outbox shows what is said there
   * @param refused why the platform takes nothing for it any more; absent as long as it does
   */
  record GroupJson(String team, Account account, Optional<String> refused) {
    static GroupJson of(TeamGroup group) {
      return new GroupJson(group.team(), group.account(), group.refused());
    }
  }

  /**
   * A group's robot, as the platform shows it to whoever adds one to a group.
   *
   * @param platform whose group it is
   * @param address of the robot
   * @param secret with which it wants messages signed, if it does
   */
  record RobotJson(@Nullable String platform, @Nullable String address, @Nullable String secret) {
    /** Without what is secret. */
    @Override
    public String toString() {
      return "RobotJson[" + platform + "]";
    }
  }

  @GetMapping("/groups")
  @Operation(summary = "Teams that read alerts in a group, without what opens it")
  Page<GroupJson> list() {
    return Page.whole(groups.all().stream().map(GroupJson::of).toList());
  }

  @PutMapping("/{team}/group")
  @Operation(
      summary = "Let a team read in its group what its packs let it see",
      description = "The robot's address and secret are never shown again.")
  GroupJson save(@PathVariable String team, @RequestBody RobotJson json, Caller by) {
    if (team.isBlank() || team.length() > LONGEST) {
      throw Problem.badRequest("A team's name must have 1 to " + LONGEST + " characters.");
    }
    GroupRobot robot = robot(json);
    var account = new Account(robot.channel(), robot.recipient());
    var group =
        new TeamGroup(team.strip(), account, robot.address(), robot.secret(), Optional.empty());
    groups.save(group, by.id());
    return GroupJson.of(group);
  }

  private GroupRobot robot(RobotJson json) {
    GroupChannel channel =
        robots
            .of(Optional.ofNullable(json.platform()).orElse(""))
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "'platform' must be one that is connected: " + robots.platforms()));
    try {
      return channel.robot(given(json.address()), given(json.secret()));
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest(String.valueOf(wrong.getMessage()));
    }
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  @DeleteMapping("/{team}/group")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "A team reads nothing in its group any more")
  void remove(@PathVariable String team, Caller by) {
    if (!groups.remove(team, by.id())) {
      throw Problem.notFound("This team has no group.");
    }
  }
}
