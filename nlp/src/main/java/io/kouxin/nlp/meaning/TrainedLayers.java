package io.kouxin.nlp.meaning;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Layers of a model that were trained on for the way salespeople talk (RATIONALE: "Why is the
 * Chinese model trained on?"); they take the place of the model's own of the same names. Must stay
 * open as long as the session that runs on them.
 */
final class TrainedLayers implements AutoCloseable {
  /** A model as it came. */
  static final TrainedLayers NONE = new TrainedLayers();

  private final List<String> names = new ArrayList<>();
  private final List<OnnxTensor> tensors = new ArrayList<>();

  private TrainedLayers() {}

  /**
   * Reads layers in the format safetensors: the length of a header (8 bytes, little-endian), the
   * header in JSON with type, shape and place of each tensor, and their numbers.
   *
   * @throws OrtException if one cannot be laid out
   */
  static TrainedLayers of(byte[] file) throws OrtException {
    var layers = new TrainedLayers();
    try {
      layers.read(file);
      return layers;
    } catch (OrtException | RuntimeException e) {
      layers.close();
      throw e;
    }
  }

  private void read(byte[] file) throws OrtException {
    ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int header = Math.toIntExact(all.getLong());
    JsonNode index =
        JsonMapper.shared().readTree(new String(file, Long.BYTES, header, StandardCharsets.UTF_8));
    int from = Long.BYTES + header;
    for (String name : index.propertyNames()) {
      JsonNode tensor = index.path(name);
      JsonNode place = tensor.path("data_offsets");
      int begin = place.path(0).asInt();
      ByteBuffer numbers =
          ByteBuffer.allocateDirect(place.path(1).asInt() - begin).order(ByteOrder.nativeOrder());
      numbers.put(all.slice(from + begin, numbers.capacity())).flip();
      tensors.add(tensor(tensor.path("dtype").asString(), shape(tensor), numbers));
      names.add(name);
    }
  }

  private static long[] shape(JsonNode tensor) {
    JsonNode shape = tensor.path("shape");
    return IntStream.range(0, shape.size()).mapToLong(i -> shape.path(i).asLong()).toArray();
  }

  private static OnnxTensor tensor(String type, long[] shape, ByteBuffer numbers)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return switch (type) {
      case "I8" -> OnnxTensor.createTensor(environment, numbers, shape, OnnxJavaType.INT8);
      case "F32" -> OnnxTensor.createTensor(environment, numbers, shape, OnnxJavaType.FLOAT);
      default -> throw new IllegalArgumentException("no such numbers in our layers: " + type);
    };
  }

  /** Has a session run on them. */
  void into(SessionOptions options) throws OrtException {
    for (int i = 0; i < names.size(); i++) {
      options.addInitializer(names.get(i), tensors.get(i));
    }
  }

  @Override
  public void close() {
    tensors.forEach(OnnxTensor::close);
  }
}
