package io.kouxin.integrations.dingtalk.emulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The platform's half of sealing events (KB:develop-stream-mode-push-server), written apart from
 * the adapter's, so that a mistake in one shows in the other.
 */
final class EventCipher {
  private static final int BLOCK = 32;
  private static final int RANDOM_BYTES = 16;
  private static final int LENGTH_BYTES = 4;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final String token;
  private final String owner;
  private final byte[] key;

  /** The owner is the AppKey for the events of an internal application. */
  EventCipher(EmulatorConfig.CallbackKeys keys, String owner) {
    this.token = keys.token();
    this.owner = owner;
    this.key = Base64.getDecoder().decode(keys.aesKey() + "=");
  }

  /** Base64 of what only the holder of the key reads; random bytes make it different each time. */
  String encrypt(String plain) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return encrypt(plain, random);
  }

  String encrypt(String plain, byte[] random) {
    byte[] message = plain.getBytes(StandardCharsets.UTF_8);
    byte[] whose = owner.getBytes(StandardCharsets.UTF_8);
    int length = RANDOM_BYTES + LENGTH_BYTES + message.length + whose.length;
    // Padding fills blocks of 32, a whole one if need be: Java's own knows only 16.
    int pad = BLOCK - length % BLOCK;
    ByteBuffer block = ByteBuffer.allocate(length + pad).put(random);
    block.putInt(message.length).put(message).put(whose);
    Arrays.fill(block.array(), length, length + pad, (byte) pad);
    return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, block.array()));
  }

  /** Throws IllegalArgumentException for what was not sealed with this key for this owner. */
  String decrypt(String sealed) {
    byte[] block = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
    int length = ByteBuffer.wrap(block).getInt(RANDOM_BYTES);
    int start = RANDOM_BYTES + LENGTH_BYTES;
    int end = block.length - block[block.length - 1];
    if (length < 0 || start + length > end) {
      throw new IllegalArgumentException("The length in it does not fit.");
    }
    String whose = new String(block, start + length, end - start - length, StandardCharsets.UTF_8);
    if (!whose.equals(owner)) {
      throw new IllegalArgumentException("It was sealed for " + whose);
    }
    return new String(block, start, length, StandardCharsets.UTF_8);
  }

  /** What stands in {@code msg_signature}. */
  String sign(String timestamp, String nonce, String sealed) {
    try {
      String joined =
          Stream.of(token, timestamp, nonce, sealed).sorted().reduce("", String::concat);
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(joined.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] run(int mode, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(Arrays.copyOf(key, RANDOM_BYTES)));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
