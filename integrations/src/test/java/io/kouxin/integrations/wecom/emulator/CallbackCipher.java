package io.kouxin.integrations.wecom.emulator;

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
 * The platform's half of sealing (page 91144), written apart from the door's, so that a mistake in
 * one shows in the other.
 */
final class CallbackCipher {
  private static final int BLOCK = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final String token;
  private final byte[] key;

  CallbackCipher(EmulatorConfig.CallbackKeys keys) {
    token = keys.token();
    key = Base64.getDecoder().decode(keys.aesKey() + "=");
  }

  /** Base64 of what only the holder of the key reads; random bytes make it different each time. */
  String encrypt(String plain, String receiveId) {
    byte[] message = plain.getBytes(StandardCharsets.UTF_8);
    byte[] receiver = receiveId.getBytes(StandardCharsets.UTF_8);
    int length = 16 + 4 + message.length + receiver.length;
    // Padding fills blocks of 32, a whole one if need be: Java's own knows only 16.
    int pad = BLOCK - length % BLOCK;
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    ByteBuffer block = ByteBuffer.allocate(length + pad).put(random);
    block.putInt(message.length).put(message).put(receiver);
    Arrays.fill(block.array(), length, length + pad, (byte) pad);
    return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, block.array()));
  }

  String decrypt(String sealed) {
    byte[] block = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
    int length = ByteBuffer.wrap(block).getInt(16);
    return new String(block, 20, length, StandardCharsets.UTF_8);
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

  /** A file for an AI bot: padded to 32, and nothing else around it. */
  static byte[] file(byte[] plain, byte[] key) {
    int pad = BLOCK - plain.length % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + pad);
    Arrays.fill(padded, plain.length, padded.length, (byte) pad);
    return run(Cipher.ENCRYPT_MODE, padded, key);
  }

  private byte[] run(int mode, byte[] input) {
    return run(mode, input, key);
  }

  private static byte[] run(int mode, byte[] input, byte[] key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
