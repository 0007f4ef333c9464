package io.kouxin.bot.inbox;

/** Whoever works on messages. */
public interface Handler {

  /**
   * Works on one message, outside a transaction: reading and thinking may take a while. What it
   * decides is returned, and committed together with the mark that the message is done.
   */
  Outcome handle(Message message) throws Exception;

  /**
   * It kept failing and is put aside, where somebody can have it tried again.
   *
   * @return what to say about that; runs in the transaction that puts it aside
   */
  default Runnable givenUp(Message message) {
    return () -> {};
  }

  /** What is to be done with a message. */
  sealed interface Outcome {

    /** Done, with these effects; they run in one transaction together with the mark. */
    record Done(Runnable effects) implements Outcome {}

    /** Its sender is not known: keep it until somebody adds them. */
    record Hold(Runnable effects) implements Outcome {}
  }
}
