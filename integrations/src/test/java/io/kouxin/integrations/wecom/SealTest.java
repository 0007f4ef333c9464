package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final Seal SEAL = Request.SEAL;

  static Iterable<Vector> vectors() {
    return Vector.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void opens_what_wecoms_own_library_sealed(Vector vector) throws Exception {
    vector.seal().check(vector.knock(), vector.encrypt());
    assertThat(new String(vector.seal().open(vector.encrypt()), UTF_8))
        .isEqualTo(vector.plaintext());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void seals_and_signs_as_wecoms_own_library_does(Vector vector) {
    Seal seal = vector.seal();
    assertThat(seal.seal(vector.plaintext().getBytes(UTF_8), vector.random()))
        .isEqualTo(vector.encrypt());
    assertThat(seal.signature(vector.timestamp(), vector.nonce(), vector.encrypt()))
        .isEqualTo(vector.msg_signature());
  }

  @Property(tries = 300)
  void opens_what_it_sealed(@ForAll @Size(max = 200) byte[] message) throws Exception {
    assertThat(SEAL.open(SEAL.seal(message))).isEqualTo(message);
  }

  @Test
  void seals_the_same_words_differently_each_time() {
    byte[] words = "客户说太贵了".getBytes(UTF_8);
    assertThat(SEAL.seal(words)).isNotEqualTo(SEAL.seal(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ww1a2b3c4d5e6f789", "ww1a2b3c4d5e6f78900", "WW1A2B3C4D5E6F7890"})
  void refuses_what_was_sealed_for_somebody_else(String receiver) {
    var other = new Seal(Request.RECEPTION.token(), Request.RECEPTION.aesKey(), receiver);
    assertThat(refusal(other.seal("<xml/>".getBytes(UTF_8)))).isEqualTo(Refusal.RECEIVER);
  }

  @Test
  void refuses_what_was_sealed_with_another_key() {
    var other = new Seal(Request.RECEPTION.token(), "B".repeat(43), Request.CORP);
    String sealed = other.seal("<xml/>".getBytes(UTF_8), "0123456789abcdef".getBytes(US_ASCII));
    assertThat(refusal(sealed)).isEqualTo(Refusal.CIPHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "客户", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "<xml>", "A B="})
  void refuses_what_is_no_sealed_text(String text) {
    assertThat(refusal(text)).isEqualTo(Refusal.CIPHER);
  }

  @Property(tries = 2000)
  void opens_no_block_that_is_not_laid_out_as_it_should_be(
      @ForAll @IntRange(max = 63) int at, @ForAll @IntRange(min = 1, max = 255) int change)
      throws Exception {
    byte[] message = "0123456789".getBytes(US_ASCII);
    byte[] block = Block.wrap(new byte[16], message, Request.CORP);
    block[at] ^= (byte) change;
    boolean free = at < 16 || at >= 20 && at < 30;
    assertThat(refused(encrypted(block))).as("byte %d", at).isEqualTo(!free);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 33, 48, 64, 127, 128, 255})
  void refuses_a_pad_that_wecom_never_writes(int pad) throws Exception {
    byte[] block = new byte[64];
    Arrays.fill(block, 20, 64, (byte) pad);
    assertThat(refusal(encrypted(block))).isEqualTo(Refusal.CIPHER);
  }

  @Test
  void refuses_a_pad_that_reaches_into_the_length() throws Exception {
    byte[] block = new byte[32];
    Arrays.fill(block, (byte) 13);
    assertThat(refusal(encrypted(block))).isEqualTo(Refusal.CIPHER);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 45, 1 << 24})
  void refuses_a_length_that_the_block_does_not_have(int length) throws Exception {
    byte[] block = new byte[64];
    ByteBuffer.wrap(block).putInt(16, length);
    block[63] = 1;
    assertThat(refusal(encrypted(block))).isEqualTo(Refusal.CIPHER);
  }

  private static boolean refused(String sealed) {
    return refusal(sealed) != null;
  }

  private static Refusal refusal(String sealed) {
    var refused = catchThrowableOfType(RefusedException.class, () -> SEAL.open(sealed));
    return refused == null ? null : refused.refusal();
  }

  private static String encrypted(byte[] block) throws Exception {
    byte[] key = Base64.getDecoder().decode(Request.RECEPTION.aesKey());
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    var vector = new IvParameterSpec(key, 0, 16);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), vector);
    return Base64.getEncoder().encodeToString(cipher.doFinal(block));
  }
}
