package io.kouxin.bot.console;

import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.channel.Webhook.Visit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where platforms knock. Who may come in is the door's business; this reads no more of a body than
 * the door wants, whatever its content type says, and tells the caller nothing but a status.
 */
@RestController
@RequestMapping(CallbackController.PATH + "{*path}")
@Hidden
class CallbackController {
  /** Below it lies one door for each platform. */
  static final String PATH = "/callbacks/";

  private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
  private static final int TOO_LONG = 413;

  private final Map<String, Webhook> doors;
  private final Knocks knocks;
  private final MeterRegistry metrics;

  CallbackController(List<Webhook> doors, Knocks knocks, MeterRegistry metrics) {
    this.doors = doors.stream().collect(Collectors.toMap(Webhook::path, Function.identity()));
    this.knocks = knocks;
    this.metrics = metrics;
  }

  @GetMapping
  ResponseEntity<String> verify(@PathVariable String path, HttpServletRequest request) {
    Webhook door = door(path);
    return answered(door, request, () -> door.verify(Query.of(request.getQueryString())));
  }

  @PostMapping
  ResponseEntity<String> receive(@PathVariable String path, HttpServletRequest request)
      throws IOException {
    Webhook door = door(path);
    byte[] body = body(request, door.mostBytes());
    return answered(
        door,
        request,
        () ->
            body.length > door.mostBytes()
                ? Webhook.Answer.not(TOO_LONG, "The body is too long.")
                : door.receive(
                    new Visit(Query.of(request.getQueryString()), headers(request), body)));
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }

  private ResponseEntity<String> answered(
      Webhook door, HttpServletRequest request, Supplier<Webhook.Answer> asking) {
    var begin = Timer.start(metrics);
    Webhook.Answer answer = asking.get();
    begin.stop(timer(door.path(), request.getMethod(), answer.status()));
    if (!isDoctor(request, answer) && knocks.note(door.path(), request.getMethod(), answer)) {
      LOG.warn("{} {} refused: {}", request.getMethod(), door.path(), answer.reason());
    }
    var response = ResponseEntity.status(answer.status());
    return answer.body().isEmpty()
        ? response.build()
        : response.contentType(MediaType.valueOf(answer.contentType())).body(answer.body());
  }

  /** Our own question is not the platform's; whoever only says so has no right signature. */
  private static boolean isDoctor(HttpServletRequest request, Webhook.Answer answer) {
    return answer.status() == 200
        && request.getMethod().equals("GET")
        && Checkup.USER_AGENT.equals(request.getHeader("User-Agent"));
  }

  private Timer timer(String door, String method, int status) {
    return Timer.builder("kouxin.callbacks")
        .description("how long a platform waited for our answer")
        .tags("channel", door, "method", method, "status", String.valueOf(status))
        .publishPercentiles(0.5, 0.99)
        .register(metrics);
  }

  private Webhook door(String path) {
    Webhook door = doors.get(path.substring(1));
    if (door == null) {
      throw Problem.notFound("No door of this name is open: see the settings in README.");
    }
    return door;
  }

  /** One byte more than wanted says that there are more. */
  private static byte[] body(HttpServletRequest request, int most) throws IOException {
    try (InputStream body = request.getInputStream()) {
      return body.readNBytes(most + 1);
    }
  }
}
