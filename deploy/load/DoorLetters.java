import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Callbacks as WeCom brings them to a self-built application, sealed beforehand as whole HTTP
 * requests, with the JDK's cryptography and none of Kouxin's code (document 91144): SHA-1 over the
 * sorted token, timestamp, nonce and sealed text; AES-256-CBC, padded to a multiple of 32.
 */
final class DoorLetters {
  private static final int BLOCK = 32;
  private final SecureRandom random = new SecureRandom();
  private final Application application;
  private final SecretKeySpec key;
  private final IvParameterSpec vector;

  DoorLetters(Application application) {
    this.application = application;
    // The last of the 43 characters may carry bits that belong to no byte; Java's decoder drops
    // them.
    byte[] bytes = Base64.getDecoder().decode(application.aesKey());
    this.key = new SecretKeySpec(bytes, "AES");
    this.vector = new IvParameterSpec(Arrays.copyOf(bytes, 16));
  }

  /** What WeCom and the service agreed on. */
  record Application(String corpId, String agentId, String token, String aesKey) {}

  /** One callback, ready to be written to a connection. */
  record Letter(String msgId, byte[] request) {}

  /** So many callbacks to this address, with numbers of messages that were never used before. */
  Letter[] seal(URI door, int count, int senders, String text) {
    long first = System.currentTimeMillis() * 1_000_000L;
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> letter(door, first + i, DoorLoad.sender(i % senders), text, i))
        .toArray(Letter[]::new);
  }

  private Letter letter(URI door, long msgId, String sender, String text, int number) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String nonce = String.valueOf(random.nextInt(Integer.MAX_VALUE));
    String sealed =
        sealed(message(msgId, sender, timestamp, text.replace("{n}", String.valueOf(number))));
    String body =
        "<xml><ToUserName><![CDATA[%s]]></ToUserName><AgentID><![CDATA[%s]]></AgentID><Encrypt><![CDATA[%s]]></Encrypt></xml>"
            .formatted(application.corpId(), application.agentId(), sealed);
    String head =
        """
        POST %s?msg_signature=%s&timestamp=%s&nonce=%s HTTP/1.1
        Host: %s
        Content-Type: text/xml
        Content-Length: %d

        """
            .formatted(
                door.getRawPath(),
                signature(timestamp, nonce, sealed),
                timestamp,
                nonce,
                door.getAuthority(),
                body.length())
            .replace("\n", "\r\n");
    return new Letter(String.valueOf(msgId), (head + body).getBytes(US_ASCII));
  }

  private String message(long msgId, String sender, String timestamp, String text) {
    return ("<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>"
            + "<CreateTime>%s</CreateTime><MsgType><![CDATA[text]]></MsgType>"
            + "<Content><![CDATA[%s]]></Content><MsgId>%d</MsgId><AgentID>%s</AgentID></xml>")
        .formatted(application.corpId(), sender, timestamp, text, msgId, application.agentId());
  }

  private String signature(String timestamp, String nonce, String sealed) {
    String[] parts = {application.token(), timestamp, nonce, sealed};
    Arrays.sort(parts);
    try {
      byte[] joined = String.join("", parts).getBytes(US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * 16 random bytes, the length in 4, the message, the corporation's id, then 1 to 32 of padding.
   */
  private String sealed(String message) {
    byte[] words = message.getBytes(UTF_8);
    byte[] receiver = application.corpId().getBytes(UTF_8);
    int length = 20 + words.length + receiver.length;
    int padding = BLOCK - length % BLOCK;
    byte[] block = new byte[length + padding];
    byte[] beginning = new byte[16];
    random.nextBytes(beginning);
    System.arraycopy(beginning, 0, block, 0, 16);
    for (int i = 0; i < 4; i++) {
      block[16 + i] = (byte) (words.length >>> (24 - 8 * i));
    }
    System.arraycopy(words, 0, block, 20, words.length);
    System.arraycopy(receiver, 0, block, 20 + words.length, receiver.length);
    Arrays.fill(block, length, block.length, (byte) padding);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, vector);
      return Base64.getEncoder().encodeToString(cipher.doFinal(block));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
