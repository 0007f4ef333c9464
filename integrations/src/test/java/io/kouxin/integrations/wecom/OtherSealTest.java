package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our seal against an implementation that is not ours: WeCom's own for Node. */
class OtherSealTest {
  private static final int MANY = 1_000;

  private static Node node;

  @BeforeAll
  static void install() throws IOException {
    node = Node.installed();
  }

  @Test
  void opens_whatever_wecoms_own_library_seals_and_seals_it_alike() throws Exception {
    List<Vector> requests = node.seal(MANY);
    assertThat(requests).hasSize(MANY);
    for (Vector request : requests) {
      Seal seal = request.seal();
      seal.check(request.knock(), request.encrypt());
      byte[] words = seal.open(request.encrypt());
      assertThat(new String(words, UTF_8)).isEqualTo(request.plaintext());
      assertThat(seal.seal(words, request.random())).isEqualTo(request.encrypt());
    }
  }

  @Test
  void seals_what_wecoms_own_library_opens() throws Exception {
    List<Vector> requests = node.seal(MANY).stream().map(OtherSealTest::sealedByUs).toList();
    List<Vector> opened = node.open(requests);
    assertThat(opened).hasSize(MANY);
    for (int i = 0; i < MANY; i++) {
      Vector request = requests.get(i);
      assertThat(opened.get(i).plaintext()).isEqualTo(request.plaintext());
      assertThat(opened.get(i).receiveid()).isEqualTo(request.receiveid());
      assertThat(opened.get(i).msg_signature()).isEqualTo(request.msg_signature());
    }
  }

  private static Vector sealedByUs(Vector like) {
    Seal seal = like.seal();
    String sealed = seal.seal(like.plaintext().getBytes(UTF_8));
    return new Vector(
        like.name(),
        like.token(),
        like.encodingAESKey(),
        like.receiveid(),
        "",
        like.timestamp(),
        like.nonce(),
        like.plaintext(),
        sealed,
        seal.signature(like.timestamp(), like.nonce(), sealed));
  }
}
