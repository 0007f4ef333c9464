package io.kouxin.nlp.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against inner products that are added up one by one. */
class CosinesTest {
  private final Random random = new Random(7);

  private float[][] tokens(int count) {
    float[][] out = new float[count][TokenVectors.DIMENSIONS];
    for (float[] row : out) {
      for (int d = 0; d < row.length; d++) {
        row[d] = random.nextFloat() - 0.5f;
      }
    }
    return out;
  }

  private static float inner(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return (float) sum;
  }

  @Test
  void each_token_of_each_text_meets_each_token_of_the_one() {
    float[][] one = tokens(61);
    List<float[][]> texts = new ArrayList<>();
    for (int length : new int[] {3, 0, 1_000, 24, 1, 1_500, 7}) {
      texts.add(tokens(length));
    }
    var seen = new ArrayList<Integer>();
    var cosines = new Cosines(one);
    cosines.of(
        texts,
        (from, to, found) -> {
          int length = found.length / cosines.size();
          int column = 0;
          for (int text = from; text < to; text++) {
            seen.add(text);
            for (float[] token : texts.get(text)) {
              for (int t = 0; t < one.length; t++) {
                assertThat(found[t * length + column])
                    .isCloseTo(inner(token, one[t]), within(1e-4f));
              }
              column++;
            }
          }
          assertThat(column).isEqualTo(length);
        });
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void nothing_has_no_cosines() {
    var seen = new ArrayList<Integer>();
    new Cosines(tokens(5)).of(List.of(), (from, to, found) -> seen.add(found.length));
    assertThat(seen).isEmpty();
    new Cosines(tokens(0))
        .of(List.of(tokens(2), tokens(3)), (from, to, found) -> seen.add(found.length));
    new Cosines(tokens(2))
        .of(Collections.singletonList(tokens(0)), (from, to, found) -> seen.add(found.length));
    assertThat(seen).containsExactly(0, 0);
  }
}
