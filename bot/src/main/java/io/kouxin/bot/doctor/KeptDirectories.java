package io.kouxin.bot.doctor;

import io.kouxin.bot.people.DirectoryRun;
import io.kouxin.bot.people.DirectoryRun.Outcome;
import io.kouxin.integrations.channel.Checkup.State;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Whether people are as the company's directories have them. */
public final class KeptDirectories implements Examination {
  private static final String NAME = "directory";
  private final Supplier<List<DirectoryRun>> runs;

  /** Of these listings. */
  public KeptDirectories(Supplier<List<DirectoryRun>> runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> findings() {
    return runs.get().stream().map(KeptDirectories::finding).toList();
  }

  private static Finding finding(DirectoryRun run) {
    String key = run.outcome().map(KeptDirectories::key).orElse("never");
    State state =
        run.outcome().map(KeptDirectories::isFine).orElse(true) ? State.OK : State.WARNING;
    Map<String, Object> values = new HashMap<>();
    values.put("next", run.nextAt());
    values.put("members", run.members());
    values.put("departments", run.departments());
    values.put("changed", run.changed());
    values.put("gone", run.gone());
    values.put("said", run.reason());
    run.endedAt().or(run::startedAt).ifPresent(at -> values.put("time", at));
    return new Finding(run.channel() + "." + NAME, state, NAME + "-" + key, values);
  }

  private static String key(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isFine(Outcome outcome) {
    return outcome == Outcome.DONE || outcome == Outcome.RUNNING;
  }
}
