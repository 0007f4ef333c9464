package io.kouxin.integrations.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How a platform says who sits at a browser. Safe for many threads. */
public interface Login {
  /** No platform's code is longer. */
  int MOST_LETTERS = 512;

  /** The name of the channel it belongs to, lower case. */
  String name();

  /** Whether a browser is the platform's own, by what it says in {@code User-Agent}. */
  boolean isOwnBrowser(String userAgent);

  /** The platform's page that asks the person and leads back to us. */
  URI page(Visit visit);

  /**
   * How a page of ours asks without leaving, inside the platform's own browser; empty if it cannot.
   */
  Optional<Script> script();

  /**
   * Who it is, by what the platform sent along to our address: parameters of an address or fields
   * of our own form. Each code is good for one question.
   *
   * @throws ChannelException if the platform could not be asked
   */
  Claim claim(Map<String, String> answer) throws ChannelException;

  /**
   * One try to sign in.
   *
   * @param inside whether it happens in the platform's own browser
   * @param callback where the platform leads back to
   * @param state what it has to bring back unchanged
   */
  record Visit(boolean inside, URI callback, String state) {}

  /**
   * What our page has to load, and what it has to know to ask.
   *
   * @param source of the platform
   * @param data names and values without secrets
   */
  record Script(URI source, Map<String, String> data) {
    public Script {
      data = Map.copyOf(data);
    }
  }

  /** What the platform says. */
  sealed interface Claim {

    /**
     * Somebody of the company.
     *
     * @param account as messages of this person carry it
     */
    record Member(String account) implements Claim {}

    /** Somebody who does not belong to this company. */
    record Outsider() implements Claim {}

    /** There was no code, or it was used before, or it is older than five minutes. */
    record Spent() implements Claim {}
  }
}
