package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What WeCom encrypts (document 91144): 16 random bytes, the message's length in 4 bytes, the
 * message, the receiver's id, and a pad of 1 to 32 bytes that each say how many they are.
 */
final class Block {
  /** Bytes before the length. */
  static final int RANDOM = 16;

  private static final int HEAD = RANDOM + Integer.BYTES;
  private static final int PAD = 32;

  private Block() {}

  /** Lays it out, for encryption. */
  static byte[] wrap(byte[] random, byte[] message, String receiver) {
    byte[] receiverBytes = receiver.getBytes(UTF_8);
    int size = HEAD + message.length + receiverBytes.length;
    int pad = PAD - size % PAD;
    byte[] block = new byte[size + pad];
    ByteBuffer.wrap(block)
        .put(random, 0, RANDOM)
        .putInt(message.length)
        .put(message)
        .put(receiverBytes);
    Arrays.fill(block, size, block.length, (byte) pad);
    return block;
  }

  /** The message in it, if every byte is as {@link #wrap} lays it out for this receiver. */
  static byte[] unwrap(byte[] block, String receiver) throws RefusedException {
    int end = withoutPad(block);
    int length = ByteBuffer.wrap(block).getInt(RANDOM);
    if (length < 0 || length > end - HEAD) {
      throw new RefusedException(Refusal.CIPHER);
    }
    byte[] named = Arrays.copyOfRange(block, HEAD + length, end);
    if (!MessageDigest.isEqual(named, receiver.getBytes(UTF_8))) {
      throw new RefusedException(Refusal.RECEIVER);
    }
    return Arrays.copyOfRange(block, HEAD, HEAD + length);
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
}
