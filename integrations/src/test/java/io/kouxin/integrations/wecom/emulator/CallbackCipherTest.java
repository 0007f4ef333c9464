package io.kouxin.integrations.wecom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Vectors that the platform's own package ({@code @wecom/crypto} 1.0.1 on npm) made. */
class CallbackCipherTest {
  // The last letter has bits that do not count, as keys of the platform may have.
  private final CallbackCipher cipher =
      new CallbackCipher(
          new EmulatorConfig.CallbackKeys(
              "spT0ken9XyZ", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"));
  private static final String SEALED =
      "ECb94sC68hxnidW1ycQhs3Vgi/iwDSSKuZQghiABHy0KnpuJS16yzDdO9PkWMxOJPfnEU0JtT6xN10mT6bNspA==";

  @Test
  void reads_what_the_platform_sealed() {
    assertThat(cipher.decrypt(SEALED)).isEqualTo("1616140317555161061");
  }

  @Test
  void signs_as_the_platform_does() {
    assertThat(cipher.sign("1760000200", "263014780", SEALED))
        .isEqualTo("ae5d0806d45ba6ece0b938619b9a54dd3bf9e90c");
  }

  @Test
  void reads_back_what_it_sealed() {
    String words = "客户说太贵了😅";
    assertThat(cipher.decrypt(cipher.encrypt(words, "ww1a2b3c4d5e6f7890"))).isEqualTo(words);
  }
}
