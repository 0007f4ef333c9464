package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against windows that are looked through one by one. */
class WindowsTest {
  private static final int PHRASES = 7;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 19, 20, 21, 24, 25, 61})
  void each_window_has_the_token_that_is_most_like(int length) {
    var random = new Random(length);
    float[] cosines = new float[length * PHRASES];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = random.nextFloat() - 0.5f;
    }
    var windows = Windows.of(cosines, length);
    int last = (windows.count() - 1) * Windows.STEP;
    assertThat(last + Windows.SIZE).isGreaterThanOrEqualTo(length);
    for (int w = 0; w < windows.count(); w++) {
      for (int p = 0; p < PHRASES; p++) {
        float most = Float.NEGATIVE_INFINITY;
        int to = Math.min(length, w * Windows.STEP + Windows.SIZE);
        for (int t = w * Windows.STEP; t < to; t++) {
          most = Math.max(most, cosines[t * PHRASES + p]);
        }
        assertThat(windows.sum(w, p, new double[] {1})).isEqualTo(most);
      }
    }
  }
}
