package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A receiver that keeps in memory what it is given, each thing once, and fails when told to. */
final class Kept implements Pushes {
  private final Map<String, String> messages = new LinkedHashMap<>();
  private final List<String> events = new ArrayList<>();
  private final List<String> taps = new ArrayList<>();
  private volatile boolean broken;
  private volatile String answer = "{}";
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private int brought;

  @Override
  public void robot(String json) {
    waitAtGate();
    take();
    String id = JsonParser.parseString(json).getAsJsonObject().get("msgId").getAsString();
    synchronized (this) {
      messages.putIfAbsent(id, json);
      notifyAll();
    }
  }

  @Override
  public String card(String json) {
    take();
    synchronized (this) {
      taps.add(json);
      notifyAll();
    }
    return answer;
  }

  @Override
  public void event(String eventId, String type, String corpId, long bornMillis, String json) {
    take();
    synchronized (this) {
      events.add(String.join("|", eventId, type, corpId, Long.toString(bornMillis), json));
      notifyAll();
    }
  }

  void breaks(boolean now) {
    broken = now;
  }

  void answers(String json) {
    answer = json;
  }

  /** Every message waits until {@link #goesOn}; taps and events do not. */
  void hangs() {
    gate = new CountDownLatch(1);
  }

  void goesOn() {
    gate.countDown();
  }

  /** How many messages were brought, kept or not. */
  synchronized int brought() {
    return brought;
  }

  synchronized List<String> messages() {
    return List.copyOf(messages.values());
  }

  synchronized List<String> ids() {
    return List.copyOf(messages.keySet());
  }

  synchronized List<String> events() {
    return List.copyOf(events);
  }

  synchronized List<String> taps() {
    return List.copyOf(taps);
  }

  /** Waits for so many messages. */
  synchronized boolean await(int count, Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (messages.size() < count) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private void waitAtGate() {
    synchronized (this) {
      brought++;
    }
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void take() {
    if (broken) {
      throw new IllegalStateException("the store is full of 张三's words");
    }
  }
}
