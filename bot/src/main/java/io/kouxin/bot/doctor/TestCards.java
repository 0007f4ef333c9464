package io.kouxin.bot.doctor;

import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.Sequence;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Really sends somebody a small card: nothing else shows whether cards arrive. */
public final class TestCards {
  private final List<Checkup> checkups;
  private final Wording wording;

  /** On these platforms. */
  public TestCards(List<Checkup> checkups, Wording wording) {
    this.checkups = List.copyOf(checkups);
    this.wording = wording;
  }

  /** Sends it on every platform and says what came of it. */
  public List<Finding> send(String account, Locale language) {
    if (checkups.isEmpty()) {
      return List.of(new Finding("platform", State.WARNING, "platform-none"));
    }
    Outbound.Push push = push(wording.in(language));
    return checkups.stream()
        .map(checkup -> Finding.of(checkup.name(), checkup.send(account, push)))
        .toList();
  }

  private static Outbound.Push push(Sentences say) {
    String text = say.say("doctor.card.text");
    Card card =
        Card.of(say.say("doctor.card.title"), text)
            .withButtons(List.of(new Button("seen", say.button("got_it"), Style.PRIMARY)));
    return new Outbound.Push("doctor:" + Sequence.next(), Optional.of(card), text);
  }
}
