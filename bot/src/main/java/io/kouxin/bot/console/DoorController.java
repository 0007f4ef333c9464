package io.kouxin.bot.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether a platform came, and what came of it. */
@RestController
@Tag(name = "Callbacks", description = "Whether platforms find us.")
class DoorController {
  private final DoorLines doors;

  DoorController(DoorLines doors) {
    this.doors = doors;
  }

  @GetMapping("/api/v1/callbacks")
  @Operation(summary = "Each platform's door: verified, last message, last refusal and why")
  Page<DoorLines.Line> doors(@RequestParam(defaultValue = "zh-CN") String language) {
    return Page.whole(doors.lines(Language.of(language)));
  }
}
