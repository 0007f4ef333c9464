package io.kouxin.nlp.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that have the shape of a Vosk model, and are none. */
final class TinyModel {
  private TinyModel() {}

  /** Half a megabyte that does not compress, under a folder of its own. */
  static byte[] zip() {
    var noise = new byte[500_000];
    new Random(11).nextBytes(noise);
    return zip(files(noise));
  }

  static Map<String, byte[]> files(byte[] acoustics) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("some-model/README", "a model".getBytes());
    files.put("some-model/am/final.mdl", acoustics);
    files.put("some-model/graph/Gr.fst", new byte[10]);
    return files;
  }

  static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The catalogue's line for a zip, under the name of the small Chinese model. */
  static KnownModel line(byte[] zip) {
    String sum = HexFormat.of().formatHex(Sha256.digest().digest(zip));
    return new KnownModel(
        KnownModel.CHINESE.name(),
        KnownModel.CHINESE.language(),
        false,
        OptionalLong.of(zip.length),
        Optional.of(sum));
  }
}
