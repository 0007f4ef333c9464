package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig.CallbackKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Sealing and signing, against vectors of the platform and of its official class. */
class EventCipherTest {
  private static final CallbackKeys KEYS =
      new CallbackKeys("tok3n", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
  private final EventCipher cipher = new EventCipher(KEYS, "dingappkey01");

  @Test
  void the_documentations_own_example_opens() {
    EventCipher example =
        new EventCipher(
            new CallbackKeys("123456", "1234567890123456789012345678901234567890123"),
            "dingsnotzck6pm5veliw");
    String sealed =
        "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA==";
    assertThat(example.decrypt(sealed)).isEqualTo("success");
    assertThat(example.sign("1614767836", "A7Co0cJLMzIDtMMI", sealed))
        .isEqualTo("9a95a004dd16f5c307e849b994173f76aa26e5eb");
  }

  private void proves(String random, String time, String plain, String sealed, String signature) {
    String nonce = "n0nce12" + (3 + Long.parseLong(time) % 10);
    assertThat(cipher.encrypt(plain, random.getBytes(StandardCharsets.US_ASCII))).isEqualTo(sealed);
    assertThat(cipher.decrypt(sealed)).isEqualTo(plain);
    assertThat(cipher.sign(time, nonce, sealed)).isEqualTo(signature);
  }

  @Test
  void each_vector_is_sealed_opened_and_signed() {
    proves(
        "0123456789abcdef",
        "1700000000000",
        "{\"EventType\":\"check_url\"}",
        "Q3stYC6hdFzMh9T8HCvyDLV8JeomtQuxZLosYEI28mjzSD5UpK2hp0QUc4H6M/N59O+OitWWKlQI6DGHm/OmYA==",
        "246f2780028f3248e7f12af5b39d83677d50f6b6");
    proves(
        "fedcba9876543210",
        "1700000000001",
        "success",
        "DpQeJfnf/MGZ/+GTIspwVDPodrl+l+35PT3ArKrLkozoCmbXOy9on5A2HU1uHELuTXvi9KQQ7ZoPhm1trf9EyA==",
        "f7f3d3735897e672f244574d7bd08feb4afb4dbe");
    proves(
        "0123456789abcdef",
        "1700000000002",
        "{\"EventType\":\"user_add_org\",\"UserId\":[\"rep01\"],\"备注\":\"销售一部\"}",
        "Q3stYC6hdFzMh9T8HCvyDEb1fFrkqrbwaNq5RWa9O6fmpOy6mUkVAWyPJ0/U74eHib8Xy92WButFno/StkaLkYB2"
            + "vSOgDSvC5A8B9hbKqIPAI0xg0GV17lK6EfmHMj9ZIm6Ay9hjup4szvZ/EmVGNfZspWtN0pCi6pAZwTKj9tM=",
        "51c6fcc7bd0ce621502ddb1ee29d915af6852a82");
  }

  @Test
  void what_was_sealed_for_somebody_else_is_not_opened() {
    String sealed = new EventCipher(KEYS, "dingother").encrypt("早");
    assertThatThrownBy(() -> cipher.decrypt(sealed)).hasMessageContaining("dingother");
  }

  @Test
  void what_the_robot_signs_with_is_the_platforms() {
    assertThat(Signatures.ofRobot("1577262236757", "this is a secret"))
        .isEqualTo("DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=");
    String custom = Signatures.ofRobot("1700000000000", "SEC0123456789");
    assertThat(custom).isEqualTo("VloEIlTtJU6a/AGf2pud1WypXdicIlyQAOpspu6OP6s=");
    assertThat(URLEncoder.encode(custom, StandardCharsets.UTF_8))
        .isEqualTo("VloEIlTtJU6a%2FAGf2pud1WypXdicIlyQAOpspu6OP6s%3D");
  }

  @Test
  void cards_are_signed_over_the_bare_time() {
    assertThat(Signatures.ofCard("1700000000000", "example-secret"))
        .isEqualTo("I85VWQbGCqbDkjEb7rsCEkTKI9QSL3wzLms54MiwXlg=");
  }
}
