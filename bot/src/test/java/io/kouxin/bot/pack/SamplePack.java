package io.kouxin.bot.pack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A sound little pack, and ways to break it. */
final class SamplePack {
  private static final String HEAD =
      """
      id: sample
      version: 1.0.0
      name: {zh: 样例, en: Sample}
      description:
        zh: 一个小样例。
      industry: general
      requires: []
      budgets:
        replies-per-memo: 3
        pushes-per-day-rep: 7
        pushes-per-day-manager: 4
      calendar:
        working-days: [MONDAY, SATURDAY]
        working-hours: "08:30-17:30"
        quiet-hours: "22:00-07:00"
        morning-list: "08:20"
        evening-sweep: "18:50"
      join-minutes: 45
      """;

  private static final String LIBRARY =
      """
      entries:
        - id: too-dear
          kind: objection
          label: 嫌贵
          language: zh
          industry: general
          severity: high
          playbook: price
          ask:
            question: 他嫌贵，是跟谁比？
            choices:
              - {label: 比以前贵, entry: dearer-than-before}
              - {label: 没细说}
          phrases:
            - 价格太高
            - 比别家贵
        - id: dearer-than-before
          kind: objection
          label: 比以前贵
          language: zh
          phrases: [涨价了]
      """;

  private static final String PRICE =
      """
      ---
      id: price
      title: 嫌贵怎么谈
      for: [too-dear]
      language: zh
      items: [总花费对比表]
      summary: 先弄清跟谁比。
      ---
      ## 先问
      跟谁比？
      """;

  private static final String EXAMPLES =
      """
      {"text":"嫌贵","language":"zh","tags":["too-dear"],"note":"short"}
      """;

  private final Map<String, byte[]> files = new TreeMap<>();

  static SamplePack sound() {
    return new SamplePack()
        .with("pack.yaml", HEAD)
        .with("library.yaml", LIBRARY)
        .with("playbooks/price.md", PRICE)
        .with("examples.jsonl", EXAMPLES);
  }

  SamplePack with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  SamplePack with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  SamplePack without(String file) {
    files.remove(file);
    return this;
  }

  SamplePack replacing(String file, String old, String text) {
    String now = new String(files.get(file), StandardCharsets.UTF_8);
    if (!now.contains(old)) {
      throw new IllegalArgumentException(file + " has no " + old);
    }
    return with(file, now.replace(old, text));
  }

  PackFiles files() {
    return PackFiles.of(files);
  }
}
