package io.kouxin.bot.followup;

/** Somebody on the customer's side; either may be empty, not both. */
public record Contact(String name, String role) {

  /** How to call them on a card. */
  public String called() {
    return name.isEmpty() ? role : name;
  }
}
