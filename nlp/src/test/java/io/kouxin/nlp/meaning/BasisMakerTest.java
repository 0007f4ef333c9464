package io.kouxin.nlp.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BasisMakerTest {
  @Test
  void the_directions_of_most_variance_are_found_in_order() {
    var random = new Random(5);
    List<double[]> vectors = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      double wide = 5 * random.nextGaussian();
      double narrow = random.nextGaussian();
      vectors.add(new double[] {7 + wide, 2 + wide, narrow, 0.1 * random.nextGaussian()});
    }
    double[] mean = BasisMaker.mean(vectors);
    double[][] found = BasisMaker.components(BasisMaker.covariance(vectors, mean), 2);
    assertThat(mean[0]).isCloseTo(7, within(0.4));
    assertThat(Math.abs(found[0][0])).isCloseTo(Math.sqrt(0.5), within(0.01));
    assertThat(Math.abs(found[0][1])).isCloseTo(Math.sqrt(0.5), within(0.01));
    assertThat(Math.abs(found[1][2])).isCloseTo(1, within(0.01));
  }
}
