package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes the gists of {@link SalesTalk}'s topics from their wordings (the centre, then one vector a
 * topic), and the {@link Centres} of their tokens by spherical k-means. Run {@code java …
 * SalesTalkMaker GISTS CENTRES} after the wordings or the basis have changed.
 */
final class SalesTalkMaker {
  private static final int ROUNDS = 12;

  private SalesTalkMaker() {}

  public static void main(String[] args) throws Exception {
    try (Encoder encoder = BgeEncoder.open(Locale.CHINESE)) {
      List<List<TokenVectors>> said =
          SalesTalk.wordings().values().stream()
              .map(t -> t.parallelStream().map(encoder::encode).toList())
              .toList();
      write(Path.of(args[0]), gists(said));
      write(
          Path.of(args[1]),
          centres(said.stream().flatMap(List::stream).flatMap(w -> Stream.of(w.vectors())).toList()));
    }
  }

  private static void write(Path file, List<float[]> vectors) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (float[] vector : vectors) {
        for (float x : vector) {
          out.writeFloat(x);
        }
      }
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
                ? SalesTalk.direction(sums[c])
                : tokens.get(random.nextInt(tokens.size())));
      }
    }
    return centres;
  }

  /** The centre and the gists. */
  private static List<float[]> gists(List<List<TokenVectors>> said) {
    var weights = new Weights();
    said.forEach(
        topic ->
            weights.add(
                topic.stream()
                    .flatMap(w -> w.tokens().stream())
                    .map(PhraseMeaning::gram)
                    .distinct()
                    .toList()));
    List<float[]> gists =
        said.stream()
            .map(t -> SalesTalk.gist(t.stream().map(w -> PhraseMeaning.of(w, weights)).toList()))
            .toList();
    float[] centre = new float[TokenVectors.DIMENSIONS];
    for (float[] gist : gists) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += gist[i] / gists.size();
      }
    }
    var out = new ArrayList<float[]>();
    out.add(centre);
    gists.forEach(gist -> out.add(SalesTalk.apart(gist, centre)));
    return out;
  }
}
