package io.kouxin.bot.console;

import com.fasterxml.jackson.annotation.JsonValue;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.sandbox.Look;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the sandbox page needs from the rooms behind it. */
interface SandboxChat {

  /** Who can be played, in the order to offer them; reps before managers before administrators. */
  List<Person> people();

  /** Sentences that a rep with this language might say. */
  List<Example> examples(Language language);

  /** Places from which a rep might report. */
  List<Place> places(Language language);

  /** Takes what a person did in the chat, durably, before it returns. */
  void accept(Inbound message);

  /**
   * What this person's chat shows, both sides: the last 200 items, oldest first. A card that
   * changed keeps its item and has a higher version.
   */
  List<ChatItem> chat(String person, Look look);

  /** The bytes that a {@link ChatItem.Media#url} names; empty if they are gone or never were. */
  Optional<Recording> media(String id);

  /**
   * Someone to play.
   *
   * @param leader the id of who leads this person, empty (JSON null) for nobody
   */
  record Person(String id, String name, Role role, Language language, Optional<String> leader) {}

  /** What a person is to the bot. */
  enum Role {
    REP,
    MANAGER,
    ADMIN;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A sentence to try. */
  record Example(String text) {}

  /** A place to report; degrees, north and east positive. */
  record Place(String label, double latitude, double longitude) {}

  /** Kept bytes of a note, picture or file. */
  @SuppressWarnings("ArrayRecordComponent") // megabytes of sound: no copies
  record Recording(byte[] bytes, String contentType, String name) {}
}
