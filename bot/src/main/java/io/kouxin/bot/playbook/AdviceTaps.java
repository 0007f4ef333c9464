package io.kouxin.bot.playbook;

import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.pack.Playbook;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the buttons of a card of advice do. */
final class AdviceTaps implements TapHandler {
  /** The smallest message of all platforms, in UTF-8 bytes: WeCom's text message. */
  static final int PAGE = 2048;

  private final Ground ground;

  AdviceTaps(Ground ground) {
    this.ground = ground;
  }

  @Override
  public String owner() {
    return Offering.OWNER;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    if (tap.action().startsWith(Offering.OPEN)) {
      return () -> open(tap, tap.action().substring(Offering.OPEN.length()));
    }
    return tap.action().equals(Offering.UNUSED) ? () -> putAway(tap) : () -> unknown(tap);
  }

  /** A button of another version of this card: whoever tapped it hears so. */
  private void unknown(Tapped tap) {
    String text = ground.wording().in(tap.person().language()).say("draft.stale");
    var reply = new Outbound.Reply("said:" + tap.id(), text);
    ground.outbox().post(Post.plain(tap.account(), reply));
  }

  private void open(Tapped tap, String id) {
    Optional<Playbook> found =
        ground.playbooks().get().stream().filter(book -> book.id().equals(id)).findFirst();
    Sentences say = ground.wording().in(tap.person().language());
    if (found.isEmpty()) {
      settle(tap, say.say("playbook.gone"), say.say("playbook.gone"));
      return;
    }
    List<String> pages = pages(found.get());
    for (int i = 0; i < pages.size(); i++) {
      var page = new Outbound.Reply(tap.card() + ":" + id + ":" + (i + 1), pages.get(i));
      ground.outbox().post(Post.plain(tap.account(), page));
    }
    String time = ground.moments().time(ground.clock().instant());
    settle(tap, say.say("playbook.opened", Map.of("time", time)), "");
  }

  /** Chats show Markdown as it is written: its signs go, its order stays. */
  static List<String> pages(Playbook playbook) {
    String body =
        playbook
            .body()
            .replaceAll("(?m)^#+\\s*(.*)$", "【$1】")
            .replaceAll("(?m)^[*-]\\s+", "· ")
            .replaceAll("\\*\\*(.+?)\\*\\*", "$1");
    return Pages.of(playbook.title() + "\n\n" + body.strip(), PAGE);
  }

  private void putAway(Tapped tap) {
    String line = ground.wording().in(tap.person().language()).say("playbook.unused");
    settle(tap, line, line);
  }

  private void settle(Tapped tap, String line, String text) {
    Outbox outbox = ground.outbox();
    outbox
        .face(tap.card())
        .filter(face -> face.settled().isEmpty())
        .map(
            face ->
                new Outbound.Change(
                    tap.id() + ":face", tap.card(), Optional.empty(), face.settledAs(line), text))
        .ifPresent(change -> outbox.post(Post.plain(tap.account(), change)));
  }
}
