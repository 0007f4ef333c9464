package io.kouxin.bot.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The voice notes whose words are still in the sound. The room that hears works through it. */
public interface HearingQueue {

  /** The name of the work that is woken when a note arrives; its keys are lanes. */
  String WORK = "hear";

  /** The oldest note of a lane, if any. */
  Optional<Message> first(String lane);

  /**
   * Notes that listening to this one begins, before it does: native code can take the whole process
   * down.
   *
   * @return how often it was begun, this time included
   */
  int begin(String id);

  /** It was heard: {@code transcript} is kept, and the conversation goes on. */
  void heard(String id, String transcript);

  /** It cannot be heard yet; others may overtake it. */
  void park(String id);

  /** Those that arrived before this moment and still wait for their words, oldest first. */
  List<Message> slow(Instant before);

  /** Those that wait for a language to become available, oldest first. */
  List<Message> parked();

  /** How many notes wait to be heard, the one that is being heard included. */
  long unheard();

  /** How many notes wait until their language can be heard. */
  long unready();

  /** Puts a note back into its lane, as if it had just arrived. */
  void again(String id);
}
