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
import java.util.List;
import java.util.Locale;

/**
 * Makes the gists of {@link SalesTalk}'s topics from their wordings: the centre, then one vector a
 * topic. Run {@code java … SalesTalkMaker GISTS} after the wordings, the model or the basis have
 * changed.
 */
final class SalesTalkMaker {
  private SalesTalkMaker() {}

  public static void main(String[] args) throws Exception {
    try (Encoder encoder = BgeEncoder.open(Locale.CHINESE)) {
      List<List<TokenVectors>> said =
          SalesTalk.wordings().values().stream()
              .map(t -> t.parallelStream().map(encoder::encode).toList())
              .toList();
      write(Path.of(args[0]), gists(said));
    }
  }

  static void write(Path file, List<float[]> vectors) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (float[] vector : vectors) {
        for (float x : vector) {
          out.writeFloat(x);
        }
      }
    }
  }

  /** The centre and the gists. */
  private static List<float[]> gists(List<List<TokenVectors>> said) {
    Centres centres = Centres.of(Tongue.CHINESE);
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
            .map(
                t ->
                    SalesTalk.gist(
                        t.stream().map(w -> PhraseMeaning.of(w, weights, centres)).toList()))
            .toList();
    float[] centre = new float[TokenVectors.DIMENSIONS];
    for (float[] gist : gists) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += gist[i] / gists.size();
      }
    }
    var out = new ArrayList<float[]>();
    out.add(centre);
    gists.forEach(gist -> out.add(Directions.apart(gist, centre)));
    return out;
  }
}
