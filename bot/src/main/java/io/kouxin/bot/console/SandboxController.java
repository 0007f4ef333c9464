package io.kouxin.bot.console;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.sandbox.Look;
import io.kouxin.integrations.sandbox.SandboxMessages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The local chat: who can be played, what their chat shows, and what they do in it. */
@RestController
@RequestMapping("/api/v1/sandbox")
@Tag(name = "Sandbox", description = "A chat without a platform, for trying things out.")
class SandboxController {
  private final ObjectProvider<SandboxChat> room;
  private final SandboxMessages messages;
  private final JsonMapper json;

  SandboxController(ObjectProvider<SandboxChat> room, Clock clock, JsonMapper json) {
    this.room = room;
    this.messages = new SandboxMessages(clock);
    this.json = json;
  }

  @GetMapping("/people")
  @Operation(summary = "Who can be played")
  Page<SandboxChat.Person> people() {
    return Page.whole(sandbox().people());
  }

  @GetMapping("/examples")
  @Operation(summary = "Sentences to try")
  Page<SandboxChat.Example> examples(@RequestParam(defaultValue = "zh-CN") String language) {
    return Page.whole(sandbox().examples(Language.of(language)));
  }

  @GetMapping("/places")
  @Operation(summary = "Places to report from")
  Page<SandboxChat.Place> places(@RequestParam(defaultValue = "zh-CN") String language) {
    return Page.whole(sandbox().places(Language.of(language)));
  }

  @GetMapping("/messages")
  @Operation(summary = "What a person's chat shows: both sides, oldest first, the last 200")
  Page<ChatItem> messages(
      @RequestParam String rep,
      @RequestParam(defaultValue = "wecom") String look,
      @RequestParam(required = false) @Nullable String after) {
    Look shown =
        Look.of(look).orElseThrow(() -> Problem.badRequest("'look' must be wecom or dingtalk."));
    return Page.whole(following(after, sandbox().chat(known(rep), shown)));
  }

  @PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Say something: exactly one of text, file or place")
  Accepted post(
      @RequestParam String rep,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String place)
      throws IOException {
    String person = known(rep);
    List<Inbound> said = new ArrayList<>();
    if (text != null && !text.isBlank()) {
      said.add(messages.text(person, text));
    }
    if (file != null && !file.isEmpty()) {
      said.add(messages.file(person, file.getBytes(), type(file), name(file)));
    }
    if (place != null) {
      said.add(place(person, place));
    }
    if (said.size() != 1) {
      throw Problem.badRequest("Send exactly one of 'text', 'file' and 'place', and not empty.");
    }
    return accept(said.getFirst());
  }

  @PostMapping("/actions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Tap a button of a card")
  Accepted tap(@RequestBody Tap tap) {
    return accept(
        messages.tap(
            known(given("rep", tap.rep())),
            given("card", tap.card()),
            given("action", tap.action()),
            Optional.ofNullable(tap.ticked()).orElse(List.of())));
  }

  private Accepted accept(Inbound message) {
    sandbox().accept(message);
    return new Accepted(message.envelope().id());
  }

  private Inbound place(String person, String text) {
    try {
      Spot spot = json.readValue(text, Spot.class);
      String label = Optional.ofNullable(spot.label()).orElse("");
      return messages.place(person, spot.latitude(), spot.longitude(), label);
    } catch (JacksonException | IllegalArgumentException e) {
      throw Problem.badRequest(
          "'place' must be {\"latitude\":…,\"longitude\":…,\"label\":…} with a latitude from -90 to"
              + " 90 and a longitude from -180 to 180.");
    }
  }

  private SandboxChat sandbox() {
    return Optional.ofNullable(room.getIfAvailable())
        .orElseThrow(() -> Problem.notFound("The sandbox is off (kouxin.sandbox.enabled)."));
  }

  private String known(String rep) {
    if (sandbox().people().stream().noneMatch(person -> person.id().equals(rep))) {
      throw Problem.badRequest("'rep' must be the id of one of /api/v1/sandbox/people.");
    }
    return rep;
  }

  private static List<ChatItem> following(@Nullable String after, List<ChatItem> items) {
    for (int i = 0; after != null && i < items.size(); i++) {
      if (items.get(i).id().equals(after)) {
        return items.subList(i + 1, items.size());
      }
    }
    return items;
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Problem.badRequest("'" + name + "' is missing.");
    }
    return value;
  }

  private static String type(MultipartFile file) {
    return Optional.ofNullable(file.getContentType()).orElse("");
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }

  /** The id under which the chat will show what was sent. */
  record Accepted(String id) {}

  /** A tapped button. */
  record Tap(
      @Nullable String rep,
      @Nullable String card,
      @Nullable String action,
      @Nullable List<String> ticked) {}

  /** A reported place. */
  record Spot(double latitude, double longitude, @Nullable String label) {}
}
