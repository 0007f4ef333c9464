package io.kouxin.integrations.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that stand for a tap, on platforms whose buttons make the person say something: the
 * button's label, and a short code that tells its card from others with the same button. The code
 * is computed from card and action, so nobody has to remember it; who owns the person's cards finds
 * the one that has it. It keeps no secret: a person may type it as well.
 *
 * @param label of the button
 * @param code four characters
 */
public record TapCode(String label, String code) {
  // Without letters and digits that look alike.
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 4;
  private static final Pattern SAID =
      Pattern.compile("\\s*(\\S.{0,60}?)\\s*#([2-9A-HJ-NP-Z]{4})\\s*", Pattern.DOTALL);

  /** The words of a button on a card. */
  public static TapCode of(String card, String action, String label) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest((card + '\n' + action).getBytes(UTF_8));
      var code = new StringBuilder(LENGTH);
      for (int i = 0; i < LENGTH; i++) {
        code.append(ALPHABET.charAt(digest[i] & 31));
      }
      return new TapCode(label.strip().replaceAll("\\s+", " "), code.toString());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  /**
   * One thing that can be said instead of tapping.
   *
   * @param ticked the option that the words stand for; empty for a button
   */
  public record Choice(TapCode code, String action, List<String> ticked) {
    public Choice {
      ticked = List.copyOf(ticked);
    }
  }

  /**
   * All that can be said to a card, in the order of its face: buttons, options, menu. Words have no
   * ticks to collect, so that an option is sent alone, by the first button. A settled card has
   * none.
   *
   * @param key of the card
   * @param card as it is shown, cut to what the platform takes
   */
  public static List<Choice> choices(String key, Card card) {
    if (card.settled().isPresent()) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    card.buttons().forEach(button -> choices.add(choice(key, button)));
    card.buttons().stream()
        .findFirst()
        .ifPresent(
            first ->
                card.options()
                    .forEach(
                        option ->
                            choices.add(
                                new Choice(
                                    of(key, first.action() + '\n' + option.id(), option.label()),
                                    first.action(),
                                    List.of(option.id())))));
    card.menu().forEach(button -> choices.add(choice(key, button)));
    return List.copyOf(choices);
  }

  private static Choice choice(String key, Card.Button button) {
    return new Choice(of(key, button.action(), button.label()), button.action(), List.of());
  }

  /** The tap in what a person said; empty where it is something else. */
  public static Optional<TapCode> in(String said) {
    Matcher matcher = SAID.matcher(said);
    return matcher.matches()
        ? Optional.of(new TapCode(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** What the person says by tapping. */
  public String words() {
    return label + " #" + code;
  }
}
