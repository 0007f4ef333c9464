package io.kouxin.bot.store;

import io.kouxin.bot.followup.Contact;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.work.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A memo as a test tells it, and the follow-up it becomes. */
public record Memo(
    Person rep,
    String text,
    Optional<CustomerRef> customer,
    List<Contact> people,
    List<TagMark> tags,
    Optional<String> action,
    Optional<DueTime> due) {

  /** Somebody says these words, about no customer, with nothing to do. */
  public static Memo by(Person rep, String text) {
    return new Memo(
        rep, text, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** About this customer. */
  public Memo about(String name) {
    return new Memo(
        rep, text, Optional.of(new CustomerRef("c-" + name, name)), people, tags, action, due);
  }

  /** With somebody on the customer's side. */
  public Memo with(String contact) {
    return new Memo(rep, text, customer, List.of(new Contact(contact, "")), tags, action, due);
  }

  /** The next step. */
  public Memo then(String step) {
    return new Memo(rep, text, customer, people, tags, Optional.of(step), due);
  }

  /** When the next step is due, in Shanghai. */
  public Memo due(DueTime.Kind kind, String local) {
    var time = new DueTime(Optional.of(Scene.at(local)), kind, local);
    return new Memo(rep, text, customer, people, tags, action, Optional.of(time));
  }

  /** What the customer has, said in these words of the text. */
  public Memo saying(String entry, String kind, String words) {
    return tagged(entry, kind, words, "asserted");
  }

  /** What is in these words of the text, and how the customer stands to it. */
  public Memo tagged(String entry, String kind, String words, String status) {
    int start = text.indexOf(words);
    var evidence = new TagMark.Evidence(start, start + words.length(), words);
    List<TagMark> more = new ArrayList<>(tags);
    more.add(new TagMark(entry, kind, "有人" + words, 0.9, status, List.of(evidence), false));
    return new Memo(rep, text, customer, people, more, action, due);
  }

  /** The follow-up, with the message it stands on in the inbox of the scene. */
  public FollowUp on(Scene scene) {
    Instant now = scene.clock.instant();
    String message = Sequence.next();
    scene
        .jdbc
        .sql(
            """
            INSERT INTO inbox (id, channel, message_id, sender, conversation, kind, payload, state,
              lane, starts, said_at, received_at)
            VALUES (:id, 'sandbox', :id, :rep, :rep, 'TEXT', '{}', 'DONE', '', 0, :now, :now)
            """)
        .param("id", message)
        .param("rep", rep.id())
        .param("now", now.toEpochMilli())
        .update();
    var part =
        new Part(
            message, 0, text, Part.Source.typed(), List.of(), people, List.of(), action, due, now);
    return new FollowUp(
        Sequence.next(),
        rep.id(),
        Scene.account(rep),
        rep.language(),
        customer,
        List.of(part),
        tags,
        List.of(),
        Map.of(),
        action,
        due,
        List.of(),
        Set.of(),
        Status.DRAFT,
        1,
        1,
        now,
        now);
  }
}
