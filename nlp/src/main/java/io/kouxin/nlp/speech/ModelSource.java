package io.kouxin.nlp.speech;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where models are fetched from.
 *
 * @param base address of the folder of zips, ending with a slash
 * @param hosts hosts that may be asked: the base's, and those it may redirect to
 * @param patience longest wait for a connection, and longest time without a byte
 * @param maxBytes most bytes of a zip
 */
public record ModelSource(URI base, Set<String> hosts, Duration patience, long maxBytes) {
  public ModelSource {
    hosts = Set.copyOf(hosts);
  }

  /** The home of the Vosk models, and the only public address in this program. */
  public static ModelSource home() {
    return at(URI.create("https://alphacephei.com/vosk/models/"));
  }

  /** A mirror: the same files in another folder, and no redirect to another host. */
  public static ModelSource at(URI base) {
    return new ModelSource(base, Set.of(base.getHost()), Duration.ofSeconds(60), 2_500_000_000L);
  }

  URI zip(KnownModel model) {
    return base.resolve(model.zip());
  }

  boolean allows(URI address) {
    // A redirect may not leave encryption behind either.
    return address.getHost() != null
        && hosts.contains(address.getHost())
        && base.getScheme().equals(address.getScheme());
  }
}
