package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a visit may also be about: the likeliest on the face of its card, all others behind it, a
 * page at a time. No card has more to tap than a platform takes.
 */
final class Offers {
  private static final int ON_FACE = 2;
  private static final int ON_PAGE = 5;

  /** Below this a suggestion is a guess that costs the rep a look: it waits behind the card. */
  private static final double WORTH_OFFERING = 0.25;

  private final List<FollowUp> visits;
  private final boolean asked;

  /**
   * Of a memo.
   *
   * @param visits all that it reports
   * @param asked whether its card asks something: then the face is for the answers
   */
  Offers(List<FollowUp> visits, boolean asked) {
    this.visits = visits;
    this.asked = asked;
  }

  /** What can be added on the card's face, best first. */
  List<Button> onFace(Talk talk) {
    return visits.stream()
        .flatMap(visit -> shown(visit).stream().map(tag -> add(visit, tag, talk)))
        .toList();
  }

  /** Several visits have no room there: a button would have to say for which it is. */
  private List<TagMark> shown(FollowUp visit) {
    return asked || visits.size() > 1
        ? List.of()
        : all(visit).stream().filter(tag -> tag.score() >= WORTH_OFFERING).limit(ON_FACE).toList();
  }

  /** After a second memo joined, both may have found the same. */
  private static List<TagMark> all(FollowUp visit) {
    Set<String> seen = new HashSet<>();
    return visit.status() == FollowUp.Status.DRAFT
        ? visit.suggestions().stream().filter(tag -> seen.add(tag.entry())).toList()
        : List.of();
  }

  private List<TagMark> behind(FollowUp visit) {
    List<TagMark> rest = new ArrayList<>(all(visit));
    rest.removeAll(shown(visit));
    return rest;
  }

  /** The button that turns the card over; empty if nothing is behind it. */
  Optional<Button> more(Talk talk) {
    return visits.stream()
        .filter(visit -> !behind(visit).isEmpty())
        .findFirst()
        .map(visit -> turn(visit, 0, talk.button("more")));
  }

  /** What can be added on one page, best first. */
  List<TagMark> page(FollowUp visit, int from) {
    return behind(visit).stream().skip(from).limit(ON_PAGE).toList();
  }

  /** The buttons of that page, the last of which leads on, or back. */
  List<Button> buttons(FollowUp visit, int from, Talk talk) {
    List<Button> buttons = new ArrayList<>();
    page(visit, from).forEach(tag -> buttons.add(add(visit, tag, talk)));
    buttons.add(onwards(visit, from + ON_PAGE, talk));
    return buttons;
  }

  private Button onwards(FollowUp visit, int next, Talk talk) {
    if (next < behind(visit).size()) {
      return turn(visit, next, talk.button("more"));
    }
    return visits.stream()
        .skip(visits.indexOf(visit) + 1L)
        .filter(other -> !behind(other).isEmpty())
        .findFirst()
        .map(other -> turn(other, 0, talk.customerOrUnknown(other)))
        .orElseGet(
            () ->
                new Button(
                    CardAction.action("back", visit.id(), ""), talk.button("back"), Style.NORMAL));
  }

  private static Button turn(FollowUp visit, int from, String words) {
    return new Button(
        CardAction.action("more", visit.id(), Integer.toString(from)), words, Style.NORMAL);
  }

  private static Button add(FollowUp visit, TagMark tag, Talk talk) {
    return new Button(
        CardAction.action("add", visit.id(), tag.entry()),
        talk.button("add", Map.of("suggestion", tag.label())),
        Style.NORMAL);
  }
}
