package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How WeCom signs and encrypts (document 91144): SHA-1 over token, timestamp, nonce and sealed text
 * in order of their characters; AES-256-CBC whose first vector is the key's first half. Safe for
 * many threads.
 */
final class Seal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/CBC/NoPadding";

  // Asking all of Java's providers for a cipher takes longer than opening a message with it.
  private static final Provider MAKER = maker();

  private final String token;
  private final String receiver;
  private final SecretKeySpec key;
  private final IvParameterSpec vector;

  /**
   * One side of the secret.
   *
   * @param aesKey 43 characters of Base64; the bits that they have more than 32 bytes may be set
   * @param receiver the corporation's id; empty for an AI bot
   */
  Seal(String token, String aesKey, String receiver) {
    this.token = token;
    this.receiver = receiver;
    byte[] bytes = Base64.getDecoder().decode(aesKey);
    this.key = new SecretKeySpec(bytes, "AES");
    this.vector = new IvParameterSpec(Arrays.copyOf(bytes, Block.RANDOM));
  }

  private static Provider maker() {
    try {
      return Cipher.getInstance(CIPHER).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-CBC.", e);
    }
  }

  /** What WeCom calls {@code msg_signature}: 40 hexadecimal digits, lower case. */
  String signature(String timestamp, String nonce, String sealed) {
    String[] parts = {token, timestamp, nonce, sealed};
    Arrays.sort(parts);
    byte[] joined = String.join("", parts).getBytes(UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-1.", e);
    }
  }

  /** Refuses what does not carry our signature, in a time that tells nothing about it. */
  void check(Knock knock, String sealed) throws RefusedException {
    byte[] ours = signature(knock.timestamp(), knock.nonce(), sealed).getBytes(US_ASCII);
    if (!MessageDigest.isEqual(ours, knock.signature().getBytes(UTF_8))) {
      throw new RefusedException(Refusal.SIGNATURE);
    }
  }

  /** Opens what was sealed with our key for our receiver. {@link #check} comes first. */
  byte[] open(String sealed) throws RefusedException {
    byte[] bytes = decoded(sealed);
    // AES works on 16 bytes even though WeCom pads to 32.
    if (bytes.length == 0 || bytes.length % 16 != 0) {
      throw new RefusedException(Refusal.CIPHER);
    }
    return Block.unwrap(crypt(Cipher.DECRYPT_MODE, bytes), receiver);
  }

  /** Seals an answer. */
  String seal(byte[] message) {
    byte[] random = new byte[Block.RANDOM];
    RANDOM.nextBytes(random);
    return seal(message, random);
  }

  /** Seals with this beginning; the same beginning gives the same text. */
  String seal(byte[] message, byte[] random) {
    byte[] block = Block.wrap(random, message, receiver);
    return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, block));
  }

  private static byte[] decoded(String sealed) throws RefusedException {
    try {
      return Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.CIPHER);
    }
  }

  private byte[] crypt(int mode, byte[] bytes) {
    try {
      // Java's own padding knows blocks of 16 bytes only and refuses half of what WeCom sends.
      Cipher cipher = Cipher.getInstance(CIPHER, MAKER);
      cipher.init(mode, key, vector);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-CBC.", e);
    }
  }
}
