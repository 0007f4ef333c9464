package io.kouxin.bot.console;

import io.kouxin.bot.access.Sight;
import io.kouxin.bot.alert.Alert;
import io.kouxin.bot.alert.Alerts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What leaders were told, or will be. */
@RestController
@RequestMapping("/api/v1/alerts")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Alerts")
class AlertController {
  private final Alerts alerts;

  AlertController(Alerts alerts) {
    this.alerts = alerts;
  }

  @GetMapping
  @Operation(summary = "Alerts, newest first")
  Page<Alert> list(
      Sight sight,
      @RequestParam(required = false) @Nullable String leader,
      @RequestParam(required = false) @Nullable String rep,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    var filter =
        new Alerts.Filter(
            Optional.ofNullable(leader),
            Optional.ofNullable(rep),
            Optional.empty(),
            sight.people());
    List<Alert> found = alerts.list(filter, window.after().map(Cursor::id), window.oneMore());
    return Page.of(found, window, alert -> List.of(alert.id()));
  }
}
