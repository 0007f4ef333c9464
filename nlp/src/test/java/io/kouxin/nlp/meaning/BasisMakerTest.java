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
    double[][] found = Matrix.covariance(vectors, mean).components(2);
    assertThat(mean[0]).isCloseTo(7, within(0.4));
    assertThat(Math.abs(found[0][0])).isCloseTo(Math.sqrt(0.5), within(0.01));
    assertThat(Math.abs(found[0][1])).isCloseTo(Math.sqrt(0.5), within(0.01));
    assertThat(Math.abs(found[1][2])).isCloseTo(1, within(0.01));
  }

  @Test
  void what_tells_topics_apart_counts_and_not_what_differs_within_each() {
    var random = new Random(5);
    List<List<double[]>> topics = new ArrayList<>();
    for (int topic = 0; topic < 60; topic++) {
      double about = random.nextGaussian();
      List<double[]> wordings = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        wordings.add(new double[] {9 * random.nextGaussian(), about + random.nextGaussian(), 0.5});
      }
      topics.add(wordings);
    }
    double[] first = BasisMaker.directions(topics, 1)[0];
    assertThat(Math.abs(first[1])).isGreaterThan(10 * Math.abs(first[0]));
  }
}
