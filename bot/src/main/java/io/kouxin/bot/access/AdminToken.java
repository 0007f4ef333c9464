package io.kouxin.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of whoever runs this service. Prints as nothing: only {@link #link} and {@link
 * #authorization} show it.
 */
public final class AdminToken {
  private static final String FILE = "admin-token";
  private static final int SHORTEST = 16;

  private final String secret;

  private AdminToken(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "kouxin.admin-token needs at least " + SHORTEST + " characters.");
    }
    this.secret = secret;
  }

  /**
   * The token of the settings; without one, that of the file {@code admin-token}, which is made
   * (256 random bits, readable by its owner only) when it is missing.
   *
   * @param setting the value of {@code kouxin.admin-token}; blank counts as unset
   * @param home the folder of the state, {@code KOUXIN_HOME}
   * @throws IllegalArgumentException if the token is shorter than 16 characters
   * @throws IOException if the file cannot be read or made
   */
  public static AdminToken from(Optional<String> setting, Path home) throws IOException {
    Optional<String> given = setting.map(String::strip).filter(s -> !s.isEmpty());
    return new AdminToken(given.isPresent() ? given.get() : kept(home.resolve(FILE)));
  }

  /** Whether a caller knows the token; takes the same time wherever they differ. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(secret.getBytes(UTF_8), candidate.getBytes(UTF_8));
  }

  /** The address that signs a browser in; for the eyes of whoever started the service. */
  public URI link(URI page) {
    return page.resolve("/?token=" + URLEncoder.encode(secret, UTF_8));
  }

  /** What a command of ours shows at the door of its own service: an {@code Authorization} head. */
  public String authorization() {
    return "Bearer " + secret;
  }

  /** HMAC-SHA256 of words under this token, hexadecimal. */
  String seal(String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(words.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256.", e);
    }
  }

  @Override
  public String toString() {
    return "AdminToken[hidden]";
  }

  private static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    String token = Files.readString(file).strip();
    if (token.length() < SHORTEST) {
      throw new IOException(file + " holds no usable token: delete it, and a new one is made.");
    }
    return token;
  }

  private static void make(Path file) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = ownersOnly(file.resolveSibling(FILE + "." + ProcessHandle.current().pid()));
    Files.writeString(fresh, token + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    try {
      // A move is whole or not at all, so no start ever finds half a token.
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh); // another process was first, and its token is as good
    }
  }

  private static Path ownersOnly(Path file) throws IOException {
    Files.deleteIfExists(file);
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    if (!views.contains("posix")) {
      return Files.createFile(file);
    }
    var onlyMine = PosixFilePermissions.fromString("rw-------");
    return Files.createFile(file, PosixFilePermissions.asFileAttribute(onlyMine));
  }
}
