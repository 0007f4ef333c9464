package io.kouxin.bot.access;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** How people come in: whoever knows for sure who somebody is opens a session for them. */
public interface SignIn {

  /** Whose account this is; empty if nobody's, or if its owner left. */
  Optional<Person> behind(Account account);

  /**
   * Opens a session, with its journal entry.
   *
   * @param secure whether the browser came over an encrypted connection
   * @return the cookie to be set
   */
  ResponseCookie open(Person person, boolean secure);

  /** Whether this browser has a session already. */
  boolean isIn(HttpServletRequest request);

  /** The cookie that ends a session in the browser that it is set in. */
  ResponseCookie close();

  /**
   * A link that signs this person in: once, within five minutes. Who wanted it is written down.
   *
   * @param by the {@link Caller#id} of who wanted it
   * @return path and query, to be put behind the address of this service; never to be logged
   */
  String link(Person person, String by);

  /** Whose ticket of such a link this is; from now on nobody's. */
  Optional<Person> redeem(String ticket);
}
