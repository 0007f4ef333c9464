package io.kouxin.bot.doctor;

import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import java.util.List;
import java.util.Map;

/**
 * What was found in one place.
 *
 * @param name of the place, for programs, such as {@code wecom.access}
 * @param keys of what to say, one sentence each, below {@code doctor.}; what is to be done is said
 *     by the last one's own
 * @param values what the sentences need
 */
public record Finding(String name, State state, List<String> keys, Map<String, ?> values) {
  public Finding {
    keys = List.copyOf(keys);
    values = Map.copyOf(values);
  }

  /** Said in one sentence. */
  public Finding(String name, State state, String key, Map<String, ?> values) {
    this(name, state, List.of(key), values);
  }

  /** Said in one sentence without values. */
  public Finding(String name, State state, String key) {
    this(name, state, key, Map.of());
  }

  /** What a platform's checkup found. */
  public static Finding of(String channel, Checkup.Symptom symptom) {
    return new Finding(
        channel + "." + symptom.about(),
        symptom.state(),
        channel + "." + symptom.key(),
        symptom.details());
  }
}
