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
import java.util.Map;
import java.util.Objects;

/**
 * {@code bge-small-zh-v1.5} (BAAI, MIT licence) in eight-bit numbers, on ONNX Runtime: 24 MB, runs
 * offline on one core. The vectors are the last hidden states of its tokens, less what all tokens
 * share ({@link Basis}).
 */
public final class BgeEncoder implements Encoder {
  private static final String MODEL = "bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "bge-small-zh-v1.5-q-tokenizer.json";

  /** Tokens that are encoded together; the model takes 512, and attention costs their square. */
  private static final int STRETCH = 200;

  /** About a quarter of an hour of speech: more is no memo, and would hold up the others. */
  private static final int MOST = 20 * STRETCH;

  private final WordPiece words;
  private final Basis basis;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private BgeEncoder(WordPiece words, Basis basis, OrtEnvironment environment, OrtSession session) {
    this.words = words;
    this.basis = basis;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads the model that is in the jar.
   *
   * @throws NoEncoderException if this machine cannot run it
   */
  public static BgeEncoder open() throws NoEncoderException {
    try (InputStream tokenizer = resource(TOKENIZER);
        InputStream basis = resource("basis-128.f32");
        InputStream model = resource(MODEL);
        var options = new OrtSession.SessionOptions()) {
      // One thread a memo: several memos at a time are what uses the other cores.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new BgeEncoder(
          WordPiece.of(tokenizer),
          Basis.of(basis),
          environment,
          environment.createSession(model.readAllBytes(), options));
    } catch (OrtException | IOException | LinkageError e) {
      throw new NoEncoderException(
          "the sentence model cannot be run here (" + e.getMessage() + ")", e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = BgeEncoder.class.getResourceAsStream(name);
    if (found == null) {
      throw new IOException(name + " is not in the jar");
    }
    return found;
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

  /** The last hidden states of the model for the tokens of a text, not reduced. */
  List<float[]> states(String plain) {
    return states(words.tokens(plain));
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
      return List.of(states).subList(1, stretch.size() + 1);
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
    }
  }
}
