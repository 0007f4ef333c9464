package io.kouxin.nlp.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.kouxin.nlp.meaning.TokenVectors.Token;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The small {@code bge} model of a language (BAAI, MIT licence) in eight-bit numbers, on ONNX
 * Runtime: 24 MB Chinese, 34 MB English, runs offline on one core. The vectors are the last hidden
 * states of its tokens, less what all tokens share ({@link Basis}).
 */
public final class BgeEncoder implements Encoder {
  /** Tokens that are encoded together; the model takes 512, and attention costs their square. */
  private static final int STRETCH = 200;

  /** About a quarter of an hour of speech: more is no memo, and would hold up the others. */
  private static final int MOST = 20 * STRETCH;

  private final BgeModel model;
  private final WordPiece words;
  private final Basis basis;
  private final OrtEnvironment environment;
  private final TrainedLayers trained;
  private final OrtSession session;

  private BgeEncoder(BgeModel model, WordPiece words, Basis basis, TrainedLayers trained)
      throws OrtException, IOException {
    this.model = model;
    this.words = words;
    this.basis = basis;
    this.environment = OrtEnvironment.getEnvironment();
    this.trained = trained;
    try (InputStream weights = model.weights();
        var options = new OrtSession.SessionOptions()) {
      // One thread a memo: several memos at a time are what uses the other cores.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      trained.into(options);
      this.session = environment.createSession(weights.readAllBytes(), options);
    }
  }

  /**
   * Loads the model of a language that is in the jar.
   *
   * @param language Chinese or English, of any country
   * @throws NoEncoderException if there is none, or this machine cannot run it
   */
  public static BgeEncoder open(Locale language) throws NoEncoderException {
    BgeModel model = BgeModel.of(language);
    try (InputStream basis = model.basis()) {
      return open(model, Basis.of(basis, model.numbers()));
    } catch (IOException e) {
      throw NoEncoderException.notHere(e);
    }
  }

  private static BgeEncoder open(BgeModel model, Basis basis) throws NoEncoderException {
    try {
      return open(model, basis, trained(model));
    } catch (OrtException | IOException | LinkageError e) {
      throw NoEncoderException.notHere(e);
    }
  }

  private static TrainedLayers trained(BgeModel model) throws OrtException, IOException {
    Optional<InputStream> found = model.trained();
    if (found.isEmpty()) {
      return TrainedLayers.NONE;
    }
    try (InputStream layers = found.get()) {
      return TrainedLayers.of(layers.readAllBytes());
    }
  }

  /** Loads a model with any layers and any basis for its vectors. */
  static BgeEncoder open(BgeModel model, Basis basis, TrainedLayers layers)
      throws NoEncoderException {
    try (InputStream tokenizer = model.tokenizer()) {
      return new BgeEncoder(model, WordPiece.of(tokenizer), basis, layers);
    } catch (OrtException | IOException | LinkageError e) {
      layers.close();
      throw NoEncoderException.notHere(e);
    }
  }

  @Override
  public Locale language() {
    return model.language();
  }

  @Override
  public TokenVectors encode(String plain) {
    List<Token> all = words.tokens(plain);
    List<Token> tokens = all.subList(0, Math.min(all.size(), MOST));
    var vectors = new ArrayList<float[]>(tokens.size());
    for (int from = 0; from < tokens.size(); from += STRETCH) {
      encode(tokens.subList(from, Math.min(tokens.size(), from + STRETCH)), vectors);
    }
    return new TokenVectors(tokens, vectors.toArray(float[][]::new));
  }

  private void encode(List<Token> stretch, List<float[]> out) {
    for (float[] state : states(stretch)) {
      out.add(basis.reduce(state));
    }
  }

  /** What the model itself says of each token of a text: of the first stretch if it is long. */
  List<float[]> states(String plain) {
    List<Token> tokens = words.tokens(plain);
    return states(tokens.subList(0, Math.min(tokens.size(), STRETCH)));
  }

  private List<float[]> states(List<Token> stretch) {
    long[] ids = new long[stretch.size() + 2];
    ids[0] = WordPiece.START;
    for (int i = 0; i < stretch.size(); i++) {
      ids[i + 1] = stretch.get(i).id();
    }
    ids[ids.length - 1] = WordPiece.END;
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (var input = tensor(ids);
        var mask = tensor(ones);
        var types = tensor(new long[ids.length]);
        var answer =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      float[][] states = ((float[][][]) Objects.requireNonNull(answer.get(0).getValue()))[0];
      return List.of(states).subList(1, states.length - 1);
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model failed on " + ids.length + " tokens", e);
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model cannot be closed", e);
    } finally {
      trained.close();
    }
  }
}
