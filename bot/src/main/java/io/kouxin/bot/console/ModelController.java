package io.kouxin.bot.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the speech models are. */
@RestController
@Tag(name = "Speech models")
class ModelController {
  private final SpeechModels models;

  ModelController(SpeechModels models) {
    this.models = models;
  }

  @GetMapping("/api/v1/models")
  @Operation(summary = "Speech models, and how much of each is here")
  Page<SpeechModels.Model> models() {
    return Page.whole(models.models());
  }
}
