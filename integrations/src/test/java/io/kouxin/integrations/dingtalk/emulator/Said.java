package io.kouxin.integrations.dingtalk.emulator;

import java.util.Optional;

/**
 * What a person says to the robot.
 *
 * @param kind text, audio, picture, richText, file, video or unknownMsgType
 * @param user userid; anybody else is taken for a person of another company
 * @param group its openConversationId; empty for a chat of two
 * @param words the text; of audio what was recognised, and nothing if it is empty
 * @param file the bytes, where there are some
 */
public record Said(
    String kind, String user, Optional<String> group, String words, Optional<StoredFile> file) {
  /** Words. */
  public static Said text(String user, String words) {
    return new Said("text", user, Optional.empty(), words, Optional.empty());
  }

  /** A voice note with what the platform recognised. */
  public static Said audio(String user, byte[] amr, long millis, String recognition) {
    StoredFile file = new StoredFile("voice.amr", amr, millis);
    return new Said("audio", user, Optional.empty(), recognition, Optional.of(file));
  }

  /** A picture. */
  public static Said picture(String user, byte[] bytes) {
    return withFile("picture", user, new StoredFile("picture.jpg", bytes, 0));
  }

  /** Words with a picture among them. */
  public static Said richText(String user, String words, byte[] picture) {
    StoredFile file = new StoredFile("picture.jpg", picture, 0);
    return new Said("richText", user, Optional.empty(), words, Optional.of(file));
  }

  /** A file or, with the kind video, a video. */
  public static Said withFile(String kind, String user, StoredFile file) {
    return new Said(kind, user, Optional.empty(), "", Optional.of(file));
  }

  /** The same in a group, with the robot mentioned. */
  public Said in(String openConversationId) {
    return new Said(kind, user, Optional.of(openConversationId), words, file);
  }
}
