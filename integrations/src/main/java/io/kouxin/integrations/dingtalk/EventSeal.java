package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How DingTalk signs and encrypts events over HTTP (KB:develop-stream-mode-push-server): SHA-1 over
 * token, timestamp, nonce and sealed text in order of their characters; AES-256-CBC whose first
 * vector is the key's first half, over 16 random bytes, the message's length in 4 bytes, the
 * message, the owner, and a pad of 1 to 32 bytes. Safe for many threads.
 */
final class EventSeal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BEFORE = 16;
  private static final int HEAD = BEFORE + Integer.BYTES;
  private static final int PAD = 32;
  private final String token;
  private final byte[] owner;
  private final SecretKeySpec key;
  private final IvParameterSpec vector;

  /**
   * One side of the secret.
   *
   * @param owner the client id of an internal application
   */
  EventSeal(EventSubscription subscription, String owner) {
    this.token = subscription.token();
    this.owner = owner.getBytes(UTF_8);
    byte[] bytes = Base64.getDecoder().decode(subscription.aesKey() + "=");
    this.key = new SecretKeySpec(bytes, "AES");
    this.vector = new IvParameterSpec(Arrays.copyOf(bytes, 16));
  }

  /** 40 hexadecimal digits, lower case. */
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
  void check(EventKnock knock, String sealed) throws RefusedException {
    byte[] ours = signature(knock.timestamp(), knock.nonce(), sealed).getBytes(US_ASCII);
    if (!MessageDigest.isEqual(ours, knock.signature().getBytes(UTF_8))) {
      throw new RefusedException(Refusal.SIGNATURE);
    }
  }

  /** Opens what was sealed with our key for our application. {@link #check} comes first. */
  String open(String sealed) throws RefusedException {
    byte[] bytes = decoded(sealed);
    if (bytes.length < PAD || bytes.length % 16 != 0) {
      throw new RefusedException(Refusal.CIPHER);
    }
    byte[] block = crypt(Cipher.DECRYPT_MODE, bytes);
    int end = withoutPad(block);
    int length = ByteBuffer.wrap(block).getInt(BEFORE);
    if (length < 0 || length > end - HEAD) {
      throw new RefusedException(Refusal.CIPHER);
    }
    byte[] named = Arrays.copyOfRange(block, HEAD + length, end);
    if (!MessageDigest.isEqual(named, owner)) {
      throw new RefusedException(Refusal.RECEIVER);
    }
    return new String(block, HEAD, length, UTF_8);
  }

  /** Seals an answer. */
  String seal(String message) {
    byte[] random = new byte[BEFORE];
    RANDOM.nextBytes(random);
    return seal(message, random);
  }

  /** Seals with this beginning; the same beginning gives the same text. */
  String seal(String message, byte[] random) {
    byte[] words = message.getBytes(UTF_8);
    int size = HEAD + words.length + owner.length;
    byte[] block = new byte[size + PAD - size % PAD];
    ByteBuffer.wrap(block).put(random, 0, BEFORE).putInt(words.length).put(words).put(owner);
    Arrays.fill(block, size, block.length, (byte) (block.length - size));
    return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, block));
  }

  private static int withoutPad(byte[] block) throws RefusedException {
    int pad = block[block.length - 1];
    int end = block.length - pad;
    if (pad < 1 || pad > PAD || end < HEAD) {
      throw new RefusedException(Refusal.CIPHER);
    }
    for (int i = end; i < block.length; i++) {
      if (block[i] != pad) {
        throw new RefusedException(Refusal.CIPHER);
      }
    }
    return end;
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
      // Java's own padding knows blocks of 16 bytes only and refuses half of what DingTalk sends.
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, key, vector);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-CBC.", e);
    }
  }
}
