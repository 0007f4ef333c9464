package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound.FileDelivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files on their way up. DingTalk shows pictures, and takes six kinds of files from a robot; any
 * other kind goes as a ZIP archive of itself, which it takes.
 */
final class Files {
  private static final int MOST = 20 << 20;
  private static final Set<String> TAKEN = Set.of("xlsx", "pdf", "zip", "rar", "doc", "docx");
  private final DingTalkApi api;

  Files(DingTalkApi api) {
    this.api = api;
  }

  /** The file at DingTalk, ready to be sent. */
  Saying up(FileDelivery file) throws ChannelException {
    if (file.bytes().length == 0) {
      throw new ChannelException.Refused(file.name() + " is empty");
    }
    String declared = file.contentType().toLowerCase(Locale.ROOT);
    if (declared.startsWith("image/png") || declared.startsWith("image/jpeg")) {
      return Saying.image(uploaded(new Upload("image", named(file.name()), file.bytes())));
    }
    Upload upload = taken(file);
    return Saying.file(uploaded(upload), upload.name(), extension(upload.name()));
  }

  private String uploaded(Upload upload) throws ChannelException {
    if (upload.bytes().length > MOST) {
      throw new ChannelException.Refused(
          "DingTalk takes files of up to 20 MB, and %s has %d bytes"
              .formatted(upload.name(), upload.bytes().length));
    }
    return api.upload(upload).orThrow().said("media_id").orElseThrow(Transport::foreign);
  }

  private static Upload taken(FileDelivery file) {
    String name = named(file.name());
    if (TAKEN.contains(extension(name))) {
      return new Upload("file", name, file.bytes());
    }
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    return new Upload("file", base + ".zip", zipped(name, file.bytes()));
  }

  private static byte[] zipped(String name, byte[] bytes) {
    var all = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(all, UTF_8)) {
      var entry = new ZipEntry(name);
      // Always the same, so that the same file is the same archive.
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return all.toByteArray();
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String named(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "_").strip();
    return safe.isEmpty() ? "file" : safe;
  }
}
