package io.kouxin.nlp.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrainedLayersTest {
  private static final int NUMBERS = 512;
  private static final float SAME = 0.25f;

  /** The last thing the model does with a token is to scale it and to add this. */
  private static final String SCALE = "encoder.layer.3.output.LayerNorm.weight";

  private static final String ADDED = "encoder.layer.3.output.LayerNorm.bias";

  private static byte[] file(String header, ByteBuffer numbers) {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + head.length + numbers.capacity())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(head.length)
        .put(head)
        .put(numbers)
        .array();
  }

  private static ByteBuffer numbers(float... each) {
    ByteBuffer out =
        ByteBuffer.allocate(each.length * NUMBERS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : each) {
      for (int i = 0; i < NUMBERS; i++) {
        out.putFloat(number);
      }
    }
    return out.flip();
  }

  private static Basis basis() throws IOException {
    try (var stream = BgeModel.CHINESE.basis()) {
      return Basis.of(stream, NUMBERS);
    }
  }

  @Test
  void a_layer_takes_the_place_of_the_models_own() throws Exception {
    int size = NUMBERS * Float.BYTES;
    String header =
        """
        {"%s":{"dtype":"F32","shape":[512],"data_offsets":[0,%d]},
         "%s":{"dtype":"F32","shape":[512],"data_offsets":[%d,%d]}}
        """
            .formatted(SCALE, size, ADDED, size, 2 * size);
    var layers = TrainedLayers.of(file(header, numbers(0, SAME)));
    try (var encoder = BgeEncoder.open(BgeModel.CHINESE, basis(), layers)) {
      assertThat(encoder.states("价格太贵"))
          .hasSize(4)
          .allSatisfy(state -> assertThat(state).containsOnly(SAME));
    }
  }

  @Test
  void the_chinese_model_that_ships_is_not_as_it_came() throws Exception {
    try (var shipped = BgeEncoder.open(BgeModel.CHINESE.language());
        var asItCame = BgeEncoder.open(BgeModel.CHINESE, basis(), TrainedLayers.NONE)) {
      assertThat(shipped.states("价格太贵").getFirst())
          .isNotEqualTo(asItCame.states("价格太贵").getFirst());
    }
  }

  /** A name that the model has not would be passed over in silence. */
  @Test
  void each_layer_that_ships_is_one_of_the_model() throws Exception {
    try (var trained = BgeModel.CHINESE.trained().orElseThrow();
        var weights = BgeModel.CHINESE.weights()) {
      byte[] file = trained.readAllBytes();
      int header = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
      String model = new String(weights.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(
              JsonMapper.shared()
                  .readTree(new String(file, Long.BYTES, header, StandardCharsets.UTF_8))
                  .propertyNames())
          .hasSize(88)
          .allMatch(model::contains);
    }
  }

  @Test
  void numbers_of_an_unknown_kind_are_refused() {
    String header = "{\"x\":{\"dtype\":\"F64\",\"shape\":[256],\"data_offsets\":[0,2048]}}";
    assertThatThrownBy(() -> TrainedLayers.of(file(header, numbers(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("F64");
  }
}
