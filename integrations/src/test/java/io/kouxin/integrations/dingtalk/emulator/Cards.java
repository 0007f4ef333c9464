package io.kouxin.integrations.dingtalk.emulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Interactive cards: what each shows, and where taps on them go. */
public final class Cards {
  private final ConcurrentMap<String, Shown> cards = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Address> routes = new ConcurrentHashMap<>();
  private final Set<String> unpublished = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  /**
   * What a card shows now.
   *
   * @param params its variables
   * @param callbackType STREAM or HTTP
   * @param routeKey which registered address gets the taps of the kind HTTP
   */
  record Shown(String template, Map<String, String> params, String callbackType, String routeKey) {
    Shown with(Map<String, String> others, boolean byKey) {
      Map<String, String> now = new LinkedHashMap<>(byKey ? params : Map.of());
      now.putAll(others);
      return new Shown(template, now, callbackType, routeKey);
    }
  }

  /** An address that was registered, and the secret its calls are signed with. */
  record Address(URI url, String secret) {}

  Cards() {}

  /** From now on cards of this template are refused. */
  public void unpublish(String template) {
    unpublished.add(template);
  }

  /** It works, whatever was wrong with it. */
  public void publish(String template) {
    unpublished.remove(template);
    unknown.remove(template);
  }

  /** From now on nobody knows this template. */
  public void delete(String template) {
    unknown.add(template);
  }

  boolean isUnknown(String template) {
    return unknown.contains(template);
  }

  boolean isUnpublished(String template) {
    return unpublished.contains(template);
  }

  /** Whether it is new. */
  boolean create(String outTrackId, Shown card) {
    return cards.putIfAbsent(outTrackId, card) == null;
  }

  void change(String outTrackId, Shown card) {
    cards.put(outTrackId, card);
  }

  Optional<Shown> find(String outTrackId) {
    return Optional.ofNullable(cards.get(outTrackId));
  }

  Optional<Address> address(String key) {
    return Optional.ofNullable(routes.get(key));
  }

  /** What taps on cards are signed with that go to the address of this key. */
  public String secret(String key) {
    return address(key)
        .orElseThrow(() -> new IllegalArgumentException("No such key: " + key))
        .secret();
  }

  /** Whether the key was free or may be taken. */
  boolean register(String key, Address route, boolean force) {
    if (force) {
      routes.put(key, route);
    }
    return routes.putIfAbsent(key, route) == null || force;
  }
}
