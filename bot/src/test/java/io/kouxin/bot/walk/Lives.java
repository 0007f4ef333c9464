package io.kouxin.bot.walk;

/** How many lives a service has begun; members spread their messages over them. */
final class Lives {
  private int begun = 1;

  synchronized void next() {
    begun++;
    notifyAll();
  }

  /** Returns once the life with this number, counted from 1, has begun. */
  synchronized void await(int number) throws InterruptedException {
    while (begun < number) {
      wait();
    }
  }
}
