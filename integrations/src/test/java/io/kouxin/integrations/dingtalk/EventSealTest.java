package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSealTest {
  static final EventSubscription OURS =
      new EventSubscription("tok3n", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
  static final String OWNER = "dingappkey01";

  /** DingTalk's own example, and three that its own class opened. */
  @SuppressWarnings("ImmutableEnumChecker") // records of strings
  enum Vector {
    OFFICIAL(
        new EventSubscription("123456", "1234567890123456789012345678901234567890123"),
        "dingsnotzck6pm5veliw",
        "success",
        "1614767836 A7Co0cJLMzIDtMMI 9a95a004dd16f5c307e849b994173f76aa26e5eb "
            + "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA=="),
    QUESTION(
        OURS,
        OWNER,
        "{\"EventType\":\"check_url\"}",
        "1700000000000 n0nce123 246f2780028f3248e7f12af5b39d83677d50f6b6 "
            + "Q3stYC6hdFzMh9T8HCvyDLV8JeomtQuxZLosYEI28mjzSD5UpK2hp0QUc4H6M/N59O+OitWWKlQI6DGHm/OmYA=="),
    TAKEN(
        OURS,
        OWNER,
        "success",
        "1700000000001 n0nce124 f7f3d3735897e672f244574d7bd08feb4afb4dbe "
            + "DpQeJfnf/MGZ/+GTIspwVDPodrl+l+35PT3ArKrLkozoCmbXOy9on5A2HU1uHELuTXvi9KQQ7ZoPhm1trf9EyA=="),
    JOINED(
        OURS,
        OWNER,
        "{\"EventType\":\"user_add_org\",\"UserId\":[\"rep01\"],\"备注\":\"销售一部\"}",
        "1700000000002 n0nce125 51c6fcc7bd0ce621502ddb1ee29d915af6852a82 "
            + "Q3stYC6hdFzMh9T8HCvyDEb1fFrkqrbwaNq5RWa9O6fmpOy6mUkVAWyPJ0/U74eHib8Xy92WButFno/StkaLkYB2"
            + "vSOgDSvC5A8B9hbKqIPAI0xg0GV17lK6EfmHMj9ZIm6Ay9hjup4szvZ/EmVGNfZspWtN0pCi6pAZwTKj9tM=");

    final EventSubscription subscription;
    final String owner;
    final String plain;
    final EventKnock knock;
    final String sealed;

    Vector(EventSubscription subscription, String owner, String plain, String request) {
      String[] parts = request.split(" ", -1);
      this.subscription = subscription;
      this.owner = owner;
      this.plain = plain;
      this.knock = new EventKnock(parts[2], parts[0], parts[1]);
      this.sealed = parts[3];
    }

    EventSeal seal() {
      return new EventSeal(subscription, owner);
    }

    Map<String, String> query() {
      return Map.of(
          "msg_signature", knock.signature(),
          "timestamp", knock.timestamp(),
          "nonce", knock.nonce());
    }
  }

  @ParameterizedTest
  @EnumSource
  void opens_what_dingtalk_sealed(Vector vector) throws RefusedException {
    vector.seal().check(vector.knock, vector.sealed);
    assertThat(vector.seal().open(vector.sealed)).isEqualTo(vector.plain);
  }

  @Test
  void seals_as_dingtalk_does() {
    EventSeal seal = new EventSeal(OURS, OWNER);
    assertThat(seal.seal(Vector.QUESTION.plain, "0123456789abcdef".getBytes(UTF_8)))
        .isEqualTo(Vector.QUESTION.sealed);
    assertThat(seal.seal(Vector.TAKEN.plain, "fedcba9876543210".getBytes(UTF_8)))
        .isEqualTo(Vector.TAKEN.sealed);
    assertThat(seal.seal(Vector.JOINED.plain, "0123456789abcdef".getBytes(UTF_8)))
        .isEqualTo(Vector.JOINED.sealed);
  }

  @Test
  void opens_its_own_of_every_length() throws RefusedException {
    EventSeal seal = new EventSeal(OURS, OWNER);
    for (int length = 0; length < 70; length++) {
      assertThat(seal.open(seal.seal("x".repeat(length)))).hasSize(length);
    }
  }

  @Test
  void refuses_what_is_cut_mixed_up_or_for_another() {
    EventSeal seal = new EventSeal(OURS, OWNER);
    assertThat(refusal(seal, Vector.TAKEN.sealed.substring(0, 40))).isEqualTo(Refusal.CIPHER);
    assertThat(refusal(seal, Vector.TAKEN.sealed.substring(0, 64))).isEqualTo(Refusal.CIPHER);
    assertThat(refusal(seal, "")).isEqualTo(Refusal.CIPHER);
    assertThat(refusal(seal, "not base64!")).isEqualTo(Refusal.CIPHER);
    assertThat(refusal(seal, Vector.OFFICIAL.sealed)).isEqualTo(Refusal.CIPHER);
    assertThat(refusal(new EventSeal(OURS, "dingother"), Vector.TAKEN.sealed))
        .isEqualTo(Refusal.RECEIVER);
  }

  private static Refusal refusal(EventSeal seal, String sealed) {
    return catchThrowableOfType(RefusedException.class, () -> seal.open(sealed)).refusal();
  }
}
