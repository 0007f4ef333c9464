package io.kouxin.nlp.tagging;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Figures that JMH has not: processor time of the thread, which other programs of the machine do
 * not disturb as they do the clock, and the memory that a library takes.
 */
public final class BenchFigures implements InternalProfiler {
  private static long[] spent = new long[1024];
  private static int count;
  private static long memory;

  /** Processor time of this thread in nanoseconds. */
  static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Notes the processor time of one operation. */
  static void spent(long nanos) {
    if (count == spent.length) {
      spent = Arrays.copyOf(spent, count * 2);
    }
    spent[count++] = nanos;
  }

  /** Bytes in use on the heap, rubbish not counted. */
  static long memory() {
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }

  /** Notes the memory of a library. */
  static void took(long bytes) {
    memory = bytes;
  }

  @Override
  public String getDescription() {
    return "processor time and memory";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    count = 0;
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (count == 0) {
      return List.of(); // it failed, and JMH says why
    }
    long[] sorted = Arrays.copyOf(spent, count);
    Arrays.sort(sorted);
    return List.of(
        figure("cpu·p50", sorted[(count - 1) / 2] / 1e6, "ms"),
        figure("cpu·p99", sorted[(int) Math.ceil(count * 0.99) - 1] / 1e6, "ms"),
        figure("memory", memory / 1e6, "MB"));
  }

  private static ScalarResult figure(String name, double value, String unit) {
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
