package io.kouxin.nlp.speech;

/** A speech model could not be fetched or added; the message ends with what to do about it. */
public final class ModelFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /** Says what happened and what to do. */
  public ModelFailure(Reason reason, String whatHappened, String whatToDo) {
    super(whatHappened + "; " + whatToDo);
    this.reason = reason;
  }

  ModelFailure(Reason reason, String whatHappened, String whatToDo, Throwable cause) {
    this(reason, whatHappened, whatToDo);
    initCause(cause);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Why a model could not be had. */
  public enum Reason {
    /** No model of that name is known, or the name is no plain name. */
    UNKNOWN_NAME,
    /** The model is there already. */
    ALREADY_THERE,
    /** Another process or thread is getting this model now. */
    BUSY,
    /** The home of the models could not be reached, or broke off again and again. */
    UNREACHABLE,
    /** The server sent us on to a host that we do not fetch from. */
    HOST_NOT_ALLOWED,
    /** The server has another number of bytes than the catalogue says, or more than we take. */
    WRONG_SIZE,
    /** The bytes are not those that the catalogue names. */
    WRONG_SHA256,
    /** The zip or folder holds no Vosk model, or a file that may not be unpacked. */
    NOT_A_MODEL,
    /** The disk did not take it. */
    DISK,
    /** The caller stopped it; what arrived is kept and used next time. */
    CANCELLED
  }
}
