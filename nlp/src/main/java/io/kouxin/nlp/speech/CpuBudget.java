package io.kouxin.nlp.speech;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Processor time that one recording may cost the thread it is decoded on. */
final class CpuBudget {
  private final LongSupplier nanos;
  private final long end;

  CpuBudget(Duration most, LongSupplier nanos) {
    this.nanos = nanos;
    this.end = nanos.getAsLong() + most.toNanos();
  }

  /** Starts now, on this thread. */
  static CpuBudget of(Duration most) {
    return new CpuBudget(most, threadClock());
  }

  boolean spent() {
    return nanos.getAsLong() - end > 0;
  }

  private static LongSupplier threadClock() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // A virtual thread has no processor time of its own; its wall time is the stricter measure.
    boolean measured =
        !Thread.currentThread().isVirtual()
            && threads.isCurrentThreadCpuTimeSupported()
            && threads.isThreadCpuTimeEnabled();
    return measured ? threads::getCurrentThreadCpuTime : System::nanoTime;
  }
}
