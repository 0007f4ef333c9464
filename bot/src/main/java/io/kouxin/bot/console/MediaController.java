package io.kouxin.bot.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Notes and pictures for the page; what a browser might run instead of show is a download. */
@RestController
@Tag(name = "Sandbox")
class MediaController {
  private static final Set<String> PICTURES = Set.of("png", "jpeg", "gif", "webp");
  private static final Duration LONG = Duration.ofDays(365);

  private final ObjectProvider<SandboxChat> room;

  MediaController(ObjectProvider<SandboxChat> room) {
    this.room = room;
  }

  @GetMapping("/api/v1/sandbox/media/{id}")
  @Operation(summary = "The bytes of a note, picture or file; answers range requests")
  ResponseEntity<Resource> media(@PathVariable String id) {
    SandboxChat.Recording found =
        Optional.ofNullable(room.getIfAvailable())
            .flatMap(chat -> chat.media(id))
            .orElseThrow(() -> Problem.notFound("There is no recording, picture or file here."));
    Optional<MediaType> shown = shown(found.contentType());
    var disposition =
        (shown.isPresent() ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(found.name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(shown.orElse(MediaType.APPLICATION_OCTET_STREAM))
        .cacheControl(CacheControl.maxAge(LONG).cachePrivate().immutable())
        .header("Content-Disposition", disposition.toString())
        .body(new ByteArrayResource(found.bytes()));
  }

  private static Optional<MediaType> shown(String contentType) {
    try {
      return Optional.of(contentType)
          .filter(type -> !type.isBlank())
          .map(MediaType::parseMediaType)
          .filter(type -> harmless(type));
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private static boolean harmless(MediaType type) {
    return type.getType().equals("audio")
        || type.getSubtype().equals("webm")
        || (type.getType().equals("image") && PICTURES.contains(type.getSubtype()));
  }
}
