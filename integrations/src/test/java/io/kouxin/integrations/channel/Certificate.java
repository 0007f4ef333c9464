package io.kouxin.integrations.channel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for {@code localhost}, made when first needed by the JDK's keytool. */
public final class Certificate {
  /** Of the store. */
  public static final String PASSWORD = "changeit";

  private static final String NAME = "gateway";

  private static final class Made {
    static final Path STORE = make();
  }

  private Certificate() {}

  /** A store with the key, that clients can trust as well. */
  public static Path store() {
    return Made.STORE;
  }

  /** Only the certificate, in the form other languages read. */
  public static String pem() throws IOException {
    try {
      byte[] bytes = keys().getCertificate(NAME).getEncoded();
      String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a server that shows it. */
  public static SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys(), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** For a client of this JVM that trusts it, whatever the JVM does. */
  public static SSLContext trusting() throws IOException, GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(keys());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("gateway");
      Path store = folder.resolve("gateway.p12");
      Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
      run(
          folder.resolve("keytool.log"),
          List.of(
              keytool.toString(),
              "-genkeypair",
              "-alias",
              NAME,
              "-keyalg",
              "EC",
              "-groupname",
              "secp256r1",
              "-validity",
              "30",
              "-dname",
              "CN=localhost",
              "-ext",
              "SAN=dns:localhost",
              "-storetype",
              "PKCS12",
              "-keystore",
              store.toString(),
              "-storepass",
              PASSWORD));
      folder.toFile().deleteOnExit();
      folder.resolve("keytool.log").toFile().deleteOnExit();
      store.toFile().deleteOnExit();
      return store;
    } catch (IOException e) {
      throw new IllegalStateException("keytool cannot run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void run(Path said, List<String> words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(said));
    }
  }
}
