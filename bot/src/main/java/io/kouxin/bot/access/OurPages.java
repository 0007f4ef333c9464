package io.kouxin.bot.access;

import java.util.Optional;
import java.util.Set;

/** The pages where a sign-in may end: nobody is led anywhere else. */
public final class OurPages {
  /** For people who work with Kouxin. */
  public static final String MINE = "/me";

  /** For saying where one is. */
  public static final String CHECK_IN = "/check-in";

  /** For looking at the library, and for those who look after it. */
  public static final String LIBRARY = "/library";

  private static final Set<String> ALL = Set.of("/", MINE, CHECK_IN, LIBRARY);

  private OurPages() {}

  /** The page that somebody wants, if it is one. */
  public static Optional<String> of(String path) {
    return Optional.of(path).filter(ALL::contains);
  }
}
