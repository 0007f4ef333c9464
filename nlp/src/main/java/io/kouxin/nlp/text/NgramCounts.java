package io.kouxin.nlp.text;

/**
 * Counts of one, two and three characters in a row, in flat arrays: a map of boxed keys would take
 * ten times the memory. Not safe for many threads while it is filled.
 */
final class NgramCounts {
  /** Above this share of taken slots the arrays are doubled. */
  private static final double FULL = 0.5;

  private long[] keys = new long[1 << 16];
  private float[] counts = new float[1 << 16];
  private float[] followed = new float[1 << 16];
  private float[] ended = new float[1 << 16];
  private float[] kinds = new float[1 << 16];
  private int size;
  private double total;

  /** The key of three characters; those in front may be 0. */
  static long key(char a, char b, char c) {
    return (long) a << 32 | (long) b << 16 | c;
  }

  /** How many characters a key has. */
  static int length(long key) {
    return key >>> 32 != 0 ? 3 : key >>> 16 != 0 ? 2 : 1;
  }

  /** Counts a stretch of Chinese characters. */
  void add(String text, int from, int to, float weight) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      char b = i > from ? text.charAt(i - 1) : 0;
      char a = i > from + 1 ? text.charAt(i - 2) : 0;
      boolean last = i + 1 == to;
      total += weight;
      context(count(key((char) 0, (char) 0, c), weight), last, weight);
      if (b != 0) {
        context(count(key((char) 0, b, c), weight), last, weight);
      }
      if (a != 0) {
        count(key(a, b, c), weight);
      }
    }
  }

  private void context(int slot, boolean last, float weight) {
    followed[slot] += weight;
    ended[slot] += last ? weight : 0;
  }

  private int count(long key, float weight) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (size >= FULL * keys.length) {
        grow();
        return count(key, weight);
      }
      keys[slot] = key;
      size++;
      if (length(key) > 1) {
        kinds[slot(key >>> 16)] += Math.min(1, weight);
      }
    }
    counts[slot] += weight;
    return slot;
  }

  private void grow() {
    long[] old = keys;
    float[][] values = {counts, followed, ended, kinds};
    keys = new long[2 * old.length];
    float[][] moved = new float[values.length][keys.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int slot = slot(old[i]);
        keys[slot] = old[i];
        for (int v = 0; v < values.length; v++) {
          moved[v][slot] = values[v][i];
        }
      }
    }
    counts = moved[0];
    followed = moved[1];
    ended = moved[2];
    kinds = moved[3];
  }

  /** Where the key stands, or the free slot where it would. */
  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /** The slot of a key; negative for one that was never counted. */
  int find(long key) {
    int slot = slot(key);
    return keys[slot] == 0 ? -1 : slot;
  }

  int slots() {
    return keys.length;
  }

  /** The key in a slot; 0 for none. */
  long key(int slot) {
    return keys[slot];
  }

  double of(int slot) {
    return counts[slot];
  }

  /** How often it stood, whatever followed. */
  double followed(int slot) {
    return followed[slot];
  }

  /** How often it stood at an end. */
  double ended(int slot) {
    return ended[slot];
  }

  /** How many different characters followed. */
  double kinds(int slot) {
    return kinds[slot];
  }

  double total() {
    return total;
  }

  /** Keeps the keys alone, once the likelihoods are known. */
  void forget() {
    counts = followed = ended = kinds = new float[0];
  }
}
