package io.kouxin.bot.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program's token opens; the codes are part of the contract. */
public enum Scope {
  FOLLOW_UPS_READ("follow-ups:read"),
  FOLLOW_UPS_WRITE("follow-ups:write"),
  LIBRARY_READ("library:read"),
  LIBRARY_WRITE("library:write"),
  CUSTOMERS_READ("customers:read"),
  CUSTOMERS_WRITE("customers:write"),
  PEOPLE_READ("people:read"),
  FACTS_WRITE("facts:write"),
  OPERATIONS("operations"),
  TAG("tag");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  /** The scope as programs write it, such as {@code follow-ups:read}. */
  public String code() {
    return code;
  }

  /** The scope with this code; empty if there is none. */
  public static Optional<Scope> of(String code) {
    String wanted = code.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(scope -> scope.code.equals(wanted)).findFirst();
  }
}
