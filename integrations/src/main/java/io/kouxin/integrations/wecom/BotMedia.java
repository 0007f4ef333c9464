package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.MediaRef;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pictures and files that people send to an AI bot: encrypted, and at an address that lives for
 * five minutes (documents 100719 and 101463). WeCom tells the address, so only addresses at hosts
 * that are WeCom's are believed, and none is followed to another one.
 */
public final class BotMedia {
  /** Where WeCom keeps them; nobody's own network is below these. */
  public static final List<String> HOSTS = List.of("qq.com", "myqcloud.com");

  /** What a reference begins with; a media id never does. */
  static final String PREFIX = "aibot:";

  /** Bytes of padding at most, and of AES's own blocks. */
  private static final int PAD = 32;

  private static final int BLOCK = 16;
  private static final int OK = 200;
  private static final int WRONG_FROM = 400;
  private static final int BROKEN_FROM = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(5);
  private final HttpClient http;
  private final List<String> hosts;
  private final String callbackKey;

  /**
   * For one bot.
   *
   * @param hosts domains that are believed with all below them, over HTTPS; and whole origins such
   *     as {@code http://127.0.0.1:8090} for tests
   * @param callbackKey the EncodingAESKey, for what came over HTTP; empty where nothing does
   */
  public BotMedia(HttpClient http, List<String> hosts, String callbackKey) {
    this.http = http;
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.callbackKey = callbackKey;
  }

  /** What {@link #fetch} takes; the key is empty where it is the callback's. */
  static String reference(String url, String key) {
    return PREFIX + key + " " + url;
  }

  /** Whether these bytes came to a bot. */
  static boolean isOurs(MediaRef.Remote media) {
    return media.reference().startsWith(PREFIX);
  }

  byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    String[] parts = media.reference().replaceFirst("^" + PREFIX, "").split(" ", 2);
    if (!isOurs(media) || parts.length < 2) {
      throw new ChannelException.Refused("Nobody sent such a file to the AI bot");
    }
    byte[] key = key(parts[0].isEmpty() ? callbackKey : parts[0]);
    return opened(download(believed(parts[1]), atMost + PAD), key);
  }

  private URI believed(String url) throws ChannelException.Refused {
    try {
      URI address = URI.create(url);
      String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
      String origin = address.getScheme() + "://" + address.getRawAuthority();
      boolean below = hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith("." + h));
      boolean standard = address.getPort() < 0 && address.getRawUserInfo() == null;
      boolean safe = "https".equalsIgnoreCase(address.getScheme()) && standard && below;
      if (safe || hosts.contains(origin.toLowerCase(Locale.ROOT))) {
        return address;
      }
      throw new ChannelException.Refused("A file lies at a host that is not WeCom's: " + host);
    } catch (IllegalArgumentException unreadable) {
      throw new ChannelException.Refused("A file has no address");
    }
  }

  private byte[] download(URI address, long atMost) throws ChannelException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        insistOnFound(response.statusCode());
        byte[] bytes = body.readNBytes((int) Math.min(atMost + 1, Integer.MAX_VALUE - 16));
        if (bytes.length > atMost) {
          throw new ChannelException.Refused("The file has more than " + atMost + " bytes");
        }
        return bytes;
      }
    } catch (IOException e) {
      throw new ChannelException.Retry(SOON, "A file of the AI bot cannot be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException.Retry(SOON, "Stopped while a file came");
    }
  }

  private static void insistOnFound(int status) throws ChannelException {
    if (status >= WRONG_FROM && status < BROKEN_FROM) {
      throw new ChannelException.Refused("A file of the AI bot is gone: HTTP " + status);
    }
    if (status != OK) {
      throw new ChannelException.Retry(SOON, "A file of the AI bot did not come: HTTP " + status);
    }
  }

  private static byte[] key(String text) throws ChannelException.Refused {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == PAD) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw unopenable();
    }
    throw unopenable();
  }

  /** AES-256-CBC, padded to 32 bytes, which Java's own padding does not know. */
  static byte[] opened(byte[] sealed, byte[] key) throws ChannelException.Refused {
    if (sealed.length == 0 || sealed.length % BLOCK != 0) {
      throw unopenable();
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, BLOCK));
      return withoutPad(cipher.doFinal(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-CBC.", e);
    }
  }

  private static byte[] withoutPad(byte[] block) throws ChannelException.Refused {
    int pad = block[block.length - 1];
    int end = block.length - pad;
    if (pad < 1 || pad > PAD || end < 0) {
      throw unopenable();
    }
    for (int i = end; i < block.length; i++) {
      if (block[i] != pad) {
        throw unopenable();
      }
    }
    return Arrays.copyOf(block, end);
  }

  private static ChannelException.Refused unopenable() {
    return new ChannelException.Refused("A file of the AI bot does not open with its key");
  }
}
