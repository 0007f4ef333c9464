package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happens in the organisation, one message for each person it is about. Names of fields begin
 * with a capital letter in HTTP and a small one in Stream.
 */
final class Events {
  /** Who is said to send what nobody sent. */
  private static final String NOBODY = "sys";

  private Events() {}

  /**
   * What is told beside an event, in the headers of a Stream frame; in HTTP all of it is in the
   * event itself.
   *
   * @param type such as {@code user_add_org}; blank to look for it in the event
   * @param id the same in repeats; blank to look for it in the event
   * @param at when it came, for events without a time
   */
  record Head(String type, String id, Instant at) {}

  /** Everything in one event; several where it is about several people, never none. */
  static List<Inbound> read(Head head, JsonObject event) {
    var fields = new Fields(event);
    String type = given(head.type(), fields, "EventType", "eventType").orElse("none");
    String id =
        given(head.id(), fields, "eventId", "EventId").orElseGet(() -> digest(event.toString()));
    Instant at = time(fields).orElse(head.at());
    List<String> people =
        Stream.of("UserId", "userId", "userid")
            .flatMap(name -> fields.list(name).stream())
            .distinct()
            .toList();
    return switch (type) {
      case "user_add_org" -> each(people, id, at, Inbound.Joined::new, type);
      case "user_leave_org" -> each(people, id, at, Inbound.Left::new, type);
      case "user_modify_org",
          "user_active_org",
          "org_dept_create",
          "org_dept_modify",
          "org_dept_remove" ->
          List.of(new Inbound.Reorganised(envelope(id, NOBODY, at)));
      default -> List.of(new Inbound.Notice(envelope(id, NOBODY, at), type));
    };
  }

  private static List<Inbound> each(
      List<String> people, String id, Instant at, Function<Envelope, Inbound> kind, String type) {
    return people.isEmpty()
        ? List.of(new Inbound.Notice(envelope(id, NOBODY, at), type))
        : people.stream()
            .map(person -> kind.apply(envelope(id + '/' + person, person, at)))
            .toList();
  }

  private static Envelope envelope(String id, String sender, Instant at) {
    return new Envelope(id, DingTalk.NAME, sender, sender, at);
  }

  private static Optional<String> given(String head, Fields fields, String one, String other) {
    return Optional.of(head)
        .filter(words -> !words.isBlank())
        .or(() -> fields.said(one))
        .or(() -> fields.said(other));
  }

  private static Optional<Instant> time(Fields fields) {
    return Stream.of("TimeStamp", "timeStamp")
        .map(fields::number)
        .flatMapToLong(OptionalLong::stream)
        .filter(millis -> millis > 0)
        .mapToObj(Instant::ofEpochMilli)
        .findFirst();
  }

  private static String digest(String event) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(event.getBytes(UTF_8));
      return "digest-" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
