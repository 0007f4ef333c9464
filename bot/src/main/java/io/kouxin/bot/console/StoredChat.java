package io.kouxin.bot.console;

import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.People;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.sandbox.Look;
import io.kouxin.integrations.sandbox.SandboxChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The sandbox's chat is the inbox and the outbox of its channel, so it survives a restart. */
@Component
@ConditionalOnProperty(name = "kouxin.sandbox.enabled", matchIfMissing = true)
class StoredChat implements SandboxChat {
  private static final int MOST = 200;
  private static final int EXAMPLES = 8;
  private final People people;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Media media;
  private final Packs packs;

  StoredChat(People people, Inbox inbox, Outbox outbox, Media media, Packs packs) {
    this.people = people;
    this.inbox = inbox;
    this.outbox = outbox;
    this.media = media;
    this.packs = packs;
  }

  @Override
  public List<Person> people() {
    return people.all().stream()
        .filter(person -> people.account(person.id(), SandboxChannel.NAME).isPresent())
        .map(
            person ->
                new Person(
                    person.id(),
                    person.name(),
                    Role.valueOf(person.role().name()),
                    Language.of(person.language().toLanguageTag()),
                    person.leader()))
        .sorted(Comparator.comparing(Person::role).thenComparing(Person::language))
        .toList();
  }

  @Override
  public List<Example> examples(Language language) {
    return packs.library().examples(Locale.forLanguageTag(language.tag())).stream()
        .limit(EXAMPLES)
        .map(example -> new Example(example.text()))
        .toList();
  }

  @Override
  public List<Place> places(Language language) {
    return language == Language.ZH
        ? List.of(
            new Place("华东市第一人民医院", 31.2304, 121.4737),
            new Place("华康医院", 31.2001, 121.4402),
            new Place("虹桥高铁站", 31.1945, 121.3196))
        : List.of(
            new Place("Riverside Hospital", 51.5007, -0.1246),
            new Place("St Mary's Clinic", 51.5173, -0.1747));
  }

  @Override
  public void accept(Inbound message) {
    inbox.accept(message);
  }

  @Override
  public List<ChatItem> chat(String person, Look look) {
    List<Message> said =
        inbox.of(SandboxChannel.NAME, person, MOST).stream()
            .filter(message -> message.state() != Message.State.FORGOTTEN)
            .toList();
    var story = new ChatStory(look);
    return story.of(said, outbox.to(SandboxChannel.NAME, person, MOST)).stream()
        .sorted(Comparator.comparing(ChatItem::at))
        .toList();
  }

  @Override
  public Optional<Recording> media(String id) {
    return media
        .find(id)
        .filter(kept -> kept.bytes().length > 0)
        .map(kept -> new Recording(kept.bytes(), kept.contentType(), kept.id()));
  }
}
