package io.kouxin.integrations.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something a person did in a chat. A kind we do not know is a value, never an exception. */
public sealed interface Inbound {

  /** Who, where and when. */
  Envelope envelope();

  /**
   * Who, where and when.
   *
   * @param id the platform's id of the message, unique within the channel; repeats carry the same
   *     one
   * @param channel the channel's name, such as {@code sandbox}
   * @param sender the platform's id of the person
   * @param conversation the chat it was said in; for a chat of two, the sender
   * @param at when the platform says it happened
   */
  record Envelope(String id, String channel, String sender, String conversation, Instant at) {}

  /**
   * A recorded note.
   *
   * @param recognised what the platform understood, where it says so; never empty words
   */
  record Voice(Envelope envelope, MediaRef media, Optional<String> recognised) implements Inbound {
    public Voice {
      recognised = recognised.filter(words -> !words.isBlank());
    }

    /** A note of a platform that does not listen to it. */
    public Voice(Envelope envelope, MediaRef media) {
      this(envelope, media, Optional.empty());
    }
  }

  /** Typed words. */
  record Text(Envelope envelope, String text) implements Inbound {}

  /** A picture. */
  record Picture(Envelope envelope, MediaRef media) implements Inbound {}

  /** A file that is neither sound nor picture. */
  record File(Envelope envelope, MediaRef media, String name) implements Inbound {}

  /**
   * A place the person reported.
   *
   * @param latitude degrees, north positive
   * @param longitude degrees, east positive
   * @param label the platform's words for it, may be empty
   */
  record Place(Envelope envelope, double latitude, double longitude, String label)
      implements Inbound {}

  /**
   * A button of one of our cards was tapped.
   *
   * @param card the key under which we sent the card
   * @param action the action of the button
   * @param ticked the options ticked on the card, empty where it has none
   * @param handle the platform's fresh handle of the card, where each tap brings one: the next
   *     change of the card needs it in place of {@link Channel#deliver}'s
   */
  record Tap(
      Envelope envelope, String card, String action, List<String> ticked, Optional<String> handle)
      implements Inbound {
    public Tap {
      ticked = List.copyOf(ticked);
    }

    /** A tap on a platform whose cards keep their handle. */
    public Tap(Envelope envelope, String card, String action, List<String> ticked) {
      this(envelope, card, action, ticked, Optional.empty());
    }
  }

  /** The person opened the chat. */
  record Entered(Envelope envelope) implements Inbound {}

  /** The person may use the bot from now on. */
  record Joined(Envelope envelope) implements Inbound {}

  /** The person may not use the bot any more. */
  record Left(Envelope envelope) implements Inbound {}

  /**
   * Where the person is, told by the platform when they opened the chat: nobody reported a visit.
   *
   * @param latitude degrees, north positive
   * @param longitude degrees, east positive
   * @param precision metres
   */
  record Located(Envelope envelope, double latitude, double longitude, double precision)
      implements Inbound {}

  /** An entry of the chat's menu was tapped; {@code key} is the one the menu was made with. */
  record Chosen(Envelope envelope, String key) implements Inbound {}

  /** People or departments of the company changed: whoever keeps them asks the directory again. */
  record Reorganised(Envelope envelope) implements Inbound {}

  /**
   * Something a person sent that this version does not know; {@code kind} is the platform's name
   * for it.
   */
  record Unknown(Envelope envelope, String kind) implements Inbound {
    /** The kind of a message of which the platform kept the content, as a quota is used up. */
    public static final String WITHHELD = "withheld";
  }

  /**
   * Something that the platform tells and this version does not know: kept, never answered, because
   * nobody said anything. {@code kind} is the platform's name for it.
   */
  record Notice(Envelope envelope, String kind) implements Inbound {}
}
