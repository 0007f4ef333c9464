package io.kouxin.integrations.dingtalk.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The one page, with its style and script in it: nothing is fetched from elsewhere. */
final class AdminPage {
  private AdminPage() {}

  static byte[] html() {
    try (InputStream page = AdminPage.class.getResourceAsStream("admin.html")) {
      return Objects.requireNonNull(page, "admin.html").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
