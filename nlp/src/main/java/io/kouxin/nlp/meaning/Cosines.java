package io.kouxin.nlp.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The cosines of the tokens of many texts with those of one: a matrix product. ONNX Runtime's is
 * much quicker than the loop that Java's compiler makes of it (RATIONALE: "What does a memo
 * cost?"), and it is here anyway. Safe for many threads.
 */
public final class Cosines {
  /** Rows of one product: so many that a call costs nothing beside them, and they stay in cache. */
  private static final int ROWS = 1024;

  /** Room for the rows of one product: clean memory for each would cost more than the product. */
  private static final Queue<FloatBuffer> SPARE = new ConcurrentLinkedQueue<>();

  private final FloatBuffer own;
  private final int size;

  /** Takes what was found of some texts. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Called for some texts at a time, all of them in order.
     *
     * @param from number of the first one
     * @param to number behind the last one
     * @param cosines row by row, one for each of our tokens, in which there is one number for each
     *     token of these texts; read and written to by nobody else
     */
    void take(int from, int to, float[] cosines);
  }

  /** Of these tokens, one row of {@link TokenVectors#DIMENSIONS} numbers each, of length 1. */
  public Cosines(float[][] tokens) {
    size = tokens.length;
    own = numbers(size * TokenVectors.DIMENSIONS);
    for (float[] token : tokens) {
      own.put(token);
    }
    own.rewind();
  }

  /** How many tokens there are: rows of what is found. */
  public int size() {
    return size;
  }

  /**
   * The cosines of each token of each text with each of these tokens.
   *
   * @param texts the tokens of each, as rows; may be empty, and so may each of them
   */
  public void of(List<float[][]> texts, Taker taker) {
    int first = 0;
    while (first < texts.size()) {
      int rows = texts.get(first).length;
      int last = first + 1;
      while (last < texts.size() && rows + texts.get(last).length <= ROWS) {
        rows += texts.get(last++).length;
      }
      taker.take(first, last, product(texts.subList(first, last), rows));
      first = last;
    }
  }

  private float[] product(List<float[][]> texts, int rows) {
    if (rows == 0 || size == 0) {
      return new float[0];
    }
    if (rows > ROWS) {
      return product(texts, rows, numbers(rows * TokenVectors.DIMENSIONS));
    }
    FloatBuffer spare = SPARE.poll();
    FloatBuffer room = spare == null ? numbers(ROWS * TokenVectors.DIMENSIONS) : spare;
    try {
      return product(texts, rows, room.clear());
    } finally {
      SPARE.add(room);
    }
  }

  private float[] product(List<float[][]> texts, int rows, FloatBuffer room) {
    for (float[][] text : texts) {
      for (float[] token : text) {
        room.put(token);
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var left =
            OnnxTensor.createTensor(
                environment, own.duplicate(), new long[] {size, TokenVectors.DIMENSIONS});
        var right =
            OnnxTensor.createTensor(
                environment, room.flip(), new long[] {rows, TokenVectors.DIMENSIONS});
        var answer = Product.SESSION.run(Map.of("own", left, "others", right))) {
      float[] out = new float[rows * size];
      ((OnnxTensor) answer.get(0)).getFloatBuffer().get(out);
      return out;
    } catch (OrtException e) {
      throw new IllegalStateException("no product of " + rows + " and " + size + " tokens", e);
    }
  }

  private static FloatBuffer numbers(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** Opened when first needed, for as long as the process lives. */
  private static final class Product {
    static final OrtSession SESSION = open();

    private static OrtSession open() {
      try (InputStream model =
              Objects.requireNonNull(Cosines.class.getResourceAsStream("matrix-product.onnx"));
          var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime has no matrix product", e);
      }
    }
  }
}
