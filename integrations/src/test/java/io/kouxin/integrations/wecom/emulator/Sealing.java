package io.kouxin.integrations.wecom.emulator;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Seals and signs callbacks, rightly or as somebody on the way would have it.
 *
 * @param receiveId whom they are for: a corp, or nobody in particular for an AI bot
 */
record Sealing(CallbackCipher cipher, String receiveId) {

  /** Sealed now, and tampered with in this way. */
  Envelope seal(String plain, Manner.Tampering how, Instant now) {
    String receiver = how == Manner.Tampering.RECEIVE_ID ? "wwother" : receiveId;
    long second = now.getEpochSecond() - (how == Manner.Tampering.OLD ? 3_600 : 0);
    String timestamp = String.valueOf(second);
    String nonce = String.valueOf(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
    String sealed = cipher.encrypt(plain, receiver);
    Envelope honest = new Envelope(cipher.sign(timestamp, nonce, sealed), timestamp, nonce, sealed);
    return switch (how) {
      case SIGNATURE -> honest.signed(flipped(honest.signature()));
      case CIPHERTEXT -> honest.sealed(flipped(sealed));
      case NONE, RECEIVE_ID, OLD, GARBAGE -> honest;
    };
  }

  private static String flipped(String text) {
    char first = text.charAt(0) == 'a' ? 'b' : 'a';
    return first + text.substring(1);
  }
}
