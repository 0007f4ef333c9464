package io.kouxin.integrations.wecom.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something a member does, which the platform tells the application.
 *
 * @param kind a MsgType ({@code text}, {@code voice}, {@code image}, {@code video}, {@code
 *     location}, {@code link}) or an Event ({@code subscribe}, {@code unsubscribe}, {@code
 *     enter_agent}, {@code LOCATION}, {@code click}, {@code template_card_event} …)
 * @param user userid of the member
 * @param fields more elements of the message, under the platform's own names; those that hold
 *     elements ({@code SelectedItems}, {@code SendLocationInfo} …) as XML
 */
public record Happening(String kind, String user, Map<String, String> fields) {
  /** Somebody writes. */
  public static Happening text(String user, String content) {
    return new Happening("text", user, Map.of("Content", content));
  }

  /** Somebody speaks; the file lies in {@link MediaStore}. */
  public static Happening voice(String user, String mediaId) {
    return new Happening("voice", user, Map.of("MediaId", mediaId, "Format", "amr"));
  }

  /** Somebody sends a picture; the file lies in {@link MediaStore}. */
  public static Happening image(String user, String mediaId) {
    return new Happening(
        "image", user, Map.of("MediaId", mediaId, "PicUrl", "http://127.0.0.1/" + mediaId));
  }

  /** Somebody sends a place, in degrees. */
  public static Happening location(String user, double latitude, double longitude) {
    return new Happening(
        "location",
        user,
        Map.of("Location_X", String.valueOf(latitude), "Location_Y", String.valueOf(longitude)));
  }

  /** An event that needs no more than its name. */
  public static Happening event(String user, String name) {
    return new Happening(name, user, Map.of());
  }

  /** The same with one more element, or another value of it. */
  public Happening with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new Happening(kind, user, more);
  }
}
