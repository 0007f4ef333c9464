package io.kouxin.integrations.dingtalk.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the application uploaded; it does not expire (KB:upload-media-files). */
public final class MediaStore {
  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();

  MediaStore() {}

  /** Keeps a file and gives its media id. */
  public String put(StoredFile file) {
    String id = "@" + EmulatorConfig.letters(24);
    files.put(id, file);
    return id;
  }

  /** The file with this media id. */
  public Optional<StoredFile> find(String mediaId) {
    return Optional.ofNullable(files.get(mediaId));
  }
}
