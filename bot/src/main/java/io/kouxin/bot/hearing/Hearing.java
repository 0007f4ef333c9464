package io.kouxin.bot.hearing;

import io.kouxin.bot.hearing.Words.Outcome;
import io.kouxin.bot.inbox.HearingQueue;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.nlp.speech.ModelMissing;
import io.kouxin.nlp.speech.UnreadableAudio;
import io.kouxin.nlp.text.NameRepair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Listens to voice notes, lane by lane. */
public final class Hearing implements Work {
  /** A note that was begun so often without an end takes the process down: leave it alone. */
  private static final int MOST_STARTS = 5;

  private static final String MODEL = "model:";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HearingQueue queue;
  private final Media media;
  private final Ears ears;
  private final Preference preference;
  private final Supplier<NameRepair> names;
  private final Voice voice;
  private final JsonMapper json;

  /** What the room says, to whom, in which language. */
  public record Voice(
      People people, Outbox outbox, Wording wording, Locale language, Clock clock) {}

  /**
   * Who listens, and whose words count where the platform has listened too.
   *
   * @param names the names to expect, as they are at the moment
   */
  public record Listener(Ears ears, Preference preference, Supplier<NameRepair> names) {}

  /** Over the notes that wait. */
  public Hearing(HearingQueue queue, Media media, Listener listener, Voice voice, JsonMapper json) {
    this.queue = queue;
    this.media = media;
    this.ears = listener.ears();
    this.preference = listener.preference();
    this.names = listener.names();
    this.voice = voice;
    this.json = json;
  }

  @Override
  public String name() {
    return HearingQueue.WORK;
  }

  @Override
  public Optional<Instant> next(String lane) {
    return queue.first(lane).map(Message::receivedAt);
  }

  @Override
  public void step(String lane) {
    queue.first(lane).ifPresent(this::hear);
  }

  /** The rep is told that it cannot be played; the recording stays. */
  @Override
  public Optional<String> setAside(String lane, String reason) {
    Optional<Message> first = queue.first(lane);
    first.ifPresent(note -> keep(note, Words.none(Outcome.UNREADABLE, languageOf(note))));
    return first.map(Message::id);
  }

  @Override
  public void revive(String id) {
    queue.again(id);
  }

  private void hear(Message note) {
    Locale language = languageOf(note);
    Optional<String> recognised = recognised(note);
    if (recognised.isPresent() && !preference.listens()) {
      keepTheirs(note, recognised.get(), language);
      return;
    }
    if (!ears.ready(language)) {
      later(note, recognised, language);
      return;
    }
    if (queue.begin(note.id()) > MOST_STARTS) {
      decide(note, Words.none(Outcome.UNREADABLE, language), recognised);
      return;
    }
    try {
      byte[] recording = note.media().flatMap(media::find).map(Media.Kept::bytes).orElseThrow();
      Words heard = Words.of(ears.listen(recording, language));
      decide(note, heard.spelled(names.get()), recognised);
    } catch (ModelMissing missing) {
      later(note, recognised, language);
    } catch (UnreadableAudio unreadable) {
      boolean tooLong = unreadable.reason() == UnreadableAudio.Reason.TOO_LONG;
      decide(
          note, Words.none(tooLong ? Outcome.TOO_LONG : Outcome.UNREADABLE, language), recognised);
    }
  }

  private static Optional<String> recognised(Message note) {
    return note.inbound() instanceof Inbound.Voice voice ? voice.recognised() : Optional.empty();
  }

  /** We cannot hear this language yet; the platform may have. */
  private void later(Message note, Optional<String> recognised, Locale language) {
    if (recognised.isPresent() && preference.takesTheirs()) {
      keepTheirs(note, recognised.get(), language);
    } else {
      park(note, language);
    }
  }

  private void keepTheirs(Message note, String recognised, Locale language) {
    double seconds =
        note.media()
            .flatMap(media::find)
            .flatMap(kept -> ears.length(kept.bytes()))
            .map(length -> length.toMillis() / 1000.0)
            .orElse(0.0);
    keep(note, Words.platform(recognised, language, seconds));
  }

  private void decide(Message note, Words ours, Optional<String> recognised) {
    keep(
        note,
        recognised
            .map(words -> Words.platform(words, languageOf(note), ours.seconds()))
            .map(theirs -> preference.of(ours, theirs))
            .orElse(ours));
  }

  private void keep(Message note, Words words) {
    queue.heard(note.id(), json.writeValueAsString(words));
  }

  private void park(Message note, Locale language) {
    // Parked before it is decoded: a recording that takes the process down does so only once.
    queue.park(note.id());
    if (!wasTold(note)) {
      say(
          note,
          MODEL,
          "model.rep",
          Map.of("seconds", seconds(note), "percent", ears.progress(language)));
    }
  }

  /** How long it is, as people read it; empty if it cannot be played. */
  private String seconds(Message note) {
    return note.media()
        .flatMap(media::find)
        .flatMap(kept -> ears.length(kept.bytes()))
        .map(length -> Long.toString(Math.max(1, Math.round(length.toMillis() / 1000.0))))
        .orElse("");
  }

  /** Puts back all notes whose language can be heard by now. */
  public void retryParked() {
    for (Message note : queue.parked()) {
      if (ears.ready(languageOf(note))) {
        queue.again(note.id());
      }
    }
  }

  /** How many notes wait until this language can be heard. */
  public int waiting(Locale language) {
    return (int)
        queue.parked().stream()
            .filter(note -> languageOf(note).getLanguage().equals(language.getLanguage()))
            .count();
  }

  /** Says "kept" where the words take longer than a person likes to wait. */
  public void reassure() {
    for (Message note : queue.slow(voice.clock().instant().minus(PATIENCE))) {
      if (!wasTold(note)) {
        say(note, "received:", "received", Map.of());
      }
    }
  }

  /** Whoever knows that a model is missing knows that the note is kept. */
  private boolean wasTold(Message note) {
    return voice.outbox().find(MODEL + note.id()).isPresent();
  }

  private void say(Message note, String key, String sentence, Map<String, ?> values) {
    String text = voice.wording().in(languageOf(note)).say(sentence, values);
    var to = new Account(note.channel(), note.sender());
    voice.outbox().post(Post.plain(to, new Outbound.Reply(key + note.id(), text)));
  }

  private Locale languageOf(Message note) {
    return person(note).map(Person::language).orElse(voice.language());
  }

  private Optional<Person> person(Message note) {
    return voice.people().behind(note.channel(), note.sender());
  }
}
