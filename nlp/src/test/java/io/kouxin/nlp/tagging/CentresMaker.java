package io.kouxin.nlp.tagging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import io.kouxin.nlp.text.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes the {@link Centres} of a language from sentences, one a line (what stands before a tab is
 * left out), by spherical k-means. Run {@code java … CentresMaker LANGUAGE LINES CENTRES}, such as
 * {@code zh sales-talk-zh.tsv centres-zh.f32} or {@code en sales-en.txt centres-en.f32}, after the
 * lines, the model or the basis have changed.
 */
final class CentresMaker {
  private static final int ROUNDS = 12;

  private CentresMaker() {}

  public static void main(String[] args) throws Exception {
    try (Encoder encoder = BgeEncoder.open(Locale.forLanguageTag(args[0]))) {
      List<float[]> tokens =
          Files.readAllLines(Path.of(args[1]), UTF_8).parallelStream()
              .map(line -> PlainText.of(line.substring(line.indexOf('\t') + 1)).text())
              .flatMap(plain -> Stream.of(encoder.encode(plain).vectors()))
              .toList();
      SalesTalkMaker.write(Path.of(args[2]), centres(tokens));
    }
  }

  private static List<float[]> centres(List<float[]> tokens) {
    var random = new Random(1);
    var centres = new ArrayList<float[]>();
    while (centres.size() < Centres.COUNT) {
      centres.add(tokens.get(random.nextInt(tokens.size())));
    }
    for (int round = 0; round < ROUNDS; round++) {
      var now = new Centres(centres.toArray(float[][]::new));
      List<Short> nearest =
          tokens.parallelStream().map(t -> now.nearest(new float[][] {t})[0]).toList();
      double[][] sums = new double[Centres.COUNT][TokenVectors.DIMENSIONS];
      for (int t = 0; t < tokens.size(); t++) {
        double[] sum = sums[nearest.get(t)];
        float[] token = tokens.get(t);
        Arrays.setAll(sum, i -> sum[i] + token[i]);
      }
      for (int c = 0; c < sums.length; c++) {
        centres.set(
            c,
            nearest.contains((short) c)
                ? Directions.of(sums[c])
                : tokens.get(random.nextInt(tokens.size())));
      }
    }
    return centres;
  }
}
