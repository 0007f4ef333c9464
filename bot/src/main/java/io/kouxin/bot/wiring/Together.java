package io.kouxin.bot.wiring;

import io.kouxin.bot.coordination.Nodes;
import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Coordination;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the nodes that live can work together. Of several without Redis, only the one that
 * started first stays ready: whoever added the others sees it, and the company is served.
 */
record Together(Coordination coordination, Nodes nodes) implements Examination, HealthIndicator {

  @Override
  public String name() {
    return "coordination";
  }

  @Override
  public List<Finding> findings() {
    List<Nodes.Node> others = nodes.others();
    String where = others.stream().map(Nodes.Node::address).collect(Collectors.joining("、"));
    return List.of(
        switch (coordination.reach()) {
          case NODES ->
              new Finding(name(), State.OK, "coordination-shared", Map.of("n", others.size() + 1));
          case CUT_OFF -> new Finding(name(), State.WARNING, "coordination-away");
          case PROCESS ->
              others.isEmpty()
                  ? new Finding(name(), State.OK, "coordination-alone")
                  : new Finding(name(), State.BROKEN, "coordination-split", Map.of("nodes", where));
        });
  }

  /** Ready in words, without names of machines: anybody may ask. */
  @Override
  public Health health() {
    int all = nodes.others().size() + 1;
    return switch (coordination.reach()) {
      case NODES -> Health.up().withDetail("coordination", "Redis").build();
      case CUT_OFF ->
          Health.up().withDetail("coordination", "Redis is away; slower until it is back").build();
      case PROCESS -> {
        if (all == 1) {
          yield Health.up().withDetail("coordination", "one node").build();
        }
        String words =
            all
                + " nodes use this store and no Redis: set KOUXIN_REDIS_URL on each, or stop all"
                + " but one; the first stays ready";
        Health.Builder health = nodes.isFirst() ? Health.up() : Health.outOfService();
        yield health.withDetail("coordination", words).build();
      }
    };
  }
}
