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

/**
 * The cosines of the tokens of many texts with those of one: a matrix product. ONNX Runtime's is
 * much quicker than the loop that Java's compiler makes of it (RATIONALE: "What does a memo
 * cost?"), and it is here anyway. Safe for many threads.
 */
public final class Cosines {
  /** Rows of one product: so many that a call costs nothing beside them, and they stay in cache. */
  private static final int ROWS = 1024;

  private final FloatBuffer columns;
  private final int size;

  /** Takes what was found of one text. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Called once for each text, in order.
     *
     * @param text its number
     * @param cosines row by row, one for each token of the text, {@link Cosines#size} numbers each;
     *     written to by nobody else
     * @param from where those of this text begin
     */
    void take(int text, float[] cosines, int from);
  }

  /** Of these tokens, one row of {@link TokenVectors#DIMENSIONS} numbers each, of length 1. */
  public Cosines(float[][] tokens) {
    size = tokens.length;
    columns = numbers(size * TokenVectors.DIMENSIONS);
    for (int d = 0; d < TokenVectors.DIMENSIONS; d++) {
      for (float[] token : tokens) {
        columns.put(token[d]);
      }
    }
    columns.rewind();
  }

  /** How many tokens there are: numbers in a row. */
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
      float[] found = product(texts.subList(first, last), rows);
      int from = 0;
      for (; first < last; first++) {
        taker.take(first, found, from);
        from += texts.get(first).length * size;
      }
    }
  }

  private float[] product(List<float[][]> texts, int rows) {
    if (rows == 0 || size == 0) {
      return new float[0];
    }
    FloatBuffer buffer = numbers(rows * TokenVectors.DIMENSIONS);
    for (float[][] text : texts) {
      for (float[] token : text) {
        buffer.put(token);
      }
    }
    buffer.rewind();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var left =
            OnnxTensor.createTensor(
                environment, buffer, new long[] {rows, TokenVectors.DIMENSIONS});
        var right =
            OnnxTensor.createTensor(
                environment, columns.duplicate(), new long[] {TokenVectors.DIMENSIONS, size});
        var answer = Product.SESSION.run(Map.of("rows", left, "columns", right))) {
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
