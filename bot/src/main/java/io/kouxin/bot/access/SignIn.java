package io.kouxin.bot.access;

import io.kouxin.bot.people.Person;
import org.springframework.http.ResponseCookie;

/** How people come in: whoever knows for sure who somebody is opens a session for them. */
public interface SignIn {

  /**
   * Opens a session, with its journal entry.
   *
   * @param secure whether the browser came over an encrypted connection
   * @return the cookie to be set
   */
  ResponseCookie open(Person person, boolean secure);

  /**
   * A link that signs this person in: once, within five minutes.
   *
   * @return path and query, to be put behind the address of this service; never to be logged
   */
  String link(Person person);
}
