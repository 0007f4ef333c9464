package io.kouxin.bot.followup;

import io.kouxin.bot.people.People.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What was said, promised and found out on one visit: a draft from the first second, frozen when it
 * is confirmed, in revisions after that. Its verbs return what it becomes.
 *
 * @param id opaque and stable
 * @param rep the id of the person who reported it
 * @param account where the rep reported it
 * @param customer empty as long as nobody knows: a state of its own, not a guess
 * @param parts the memos it is made of, oldest first, at least one
 * @param tags what the customer needs, objects to, …
 * @param suggestions what it may also be, best first, none of them in {@code tags}
 * @param details facts that belong to a tag, such as {@code rival}, or what {@link TagAnswer} keeps
 * @param nextAction in the rep's words, empty if none was said
 * @param attachments pictures, places and files that belong to it
 * @param skipped questions that were skipped or answered: never asked again
 * @param revision 1 while it is a draft and when it is confirmed; grows with each later change
 * @param version grows with each change of any kind
 */
public record FollowUp(
    String id,
    String rep,
    Account account,
    Locale language,
    Optional<CustomerRef> customer,
    List<Part> parts,
    List<TagMark> tags,
    List<TagMark> suggestions,
    Map<String, String> details,
    Optional<String> nextAction,
    Optional<DueTime> due,
    List<Attachment> attachments,
    Set<String> skipped,
    Status status,
    int revision,
    int version,
    Instant createdAt,
    Instant updatedAt) {

  public FollowUp {
    parts = List.copyOf(parts);
    tags = List.copyOf(tags);
    suggestions = List.copyOf(suggestions);
    details = Map.copyOf(details);
    attachments = List.copyOf(attachments);
    skipped = Set.copyOf(skipped);
  }

  /** Where it stands. */
  public enum Status {
    /** It counts, and nobody has looked at it yet. */
    DRAFT,
    CONFIRMED,
    /** Its next step is done. */
    COMPLETED,
    /** Thrown away; can be brought back for a day. */
    DROPPED
  }

  /** All that was said, one memo a line. Evidence points into this text. */
  public String text() {
    return String.join("\n", parts.stream().map(Part::text).toList());
  }

  /** Whether a change needs a reason and makes a revision. */
  public boolean isFrozen() {
    return status == Status.CONFIRMED || status == Status.COMPLETED;
  }

  /** Whether all memos of another one are its own, too: that one became part of it. */
  public boolean holds(FollowUp other) {
    return other.parts.stream()
        .allMatch(
            part ->
                parts.stream()
                    .anyMatch(
                        p -> p.message().equals(part.message()) && p.visit() == part.visit()));
  }

  /** Everybody on the customer's side who was mentioned, each once. */
  public List<Contact> people() {
    return parts.stream().flatMap(part -> part.people().stream()).distinct().toList();
  }

  /** The quantities that were mentioned. */
  public List<Quantity> amounts() {
    return parts.stream().flatMap(part -> part.amounts().stream()).toList();
  }

  /** The tags the customer has now, without what was denied. */
  public List<TagMark> asserted() {
    return tags.stream().filter(TagMark::isAsserted).toList();
  }

  /** Somebody looked and found it right. */
  public Change confirm(Instant at) {
    return changed(with(at).status(Status.CONFIRMED), new FollowUpEvent.Confirmed());
  }

  /** Something was wrong or has changed. */
  public Change correct(Correction correction, Instant at) {
    return correct(correction, Optional.empty(), at);
  }

  /** The same; {@code answered} is the question that this closes, if it is an answer. */
  public Change correct(Correction correction, Optional<String> answered, Instant at) {
    Builder next = with(at);
    String before = correction.before(this);
    correction.apply(this, next);
    answered.ifPresent(question -> next.skipped(and(skipped, Set.of(question))));
    if (isFrozen()) {
      next.revision(revision + 1);
    }
    return changed(
        next, new FollowUpEvent.Corrected(correction.field(), before, correction.after()));
  }

  /** The next step moves to another time, because the rep wants it so; nothing was wrong. */
  public Change postpone(DueTime to, Instant at) {
    return changed(
        with(at).due(Optional.of(to)),
        new FollowUpEvent.Postponed(due.flatMap(DueTime::at), to.at()));
  }

  /** The next step is done. */
  public Change complete(Instant at) {
    return changed(with(at).status(Status.COMPLETED), new FollowUpEvent.Completed());
  }

  /** The rep does not want it. */
  public Change drop(Instant at) {
    return changed(with(at).status(Status.DROPPED), new FollowUpEvent.Dropped());
  }

  /** The rep wants it after all. */
  public Change restore(Instant at) {
    return restore(Status.DRAFT, at);
  }

  /** The rep wants it after all, as it stood before it was dropped. */
  public Change restore(Status stood, Instant at) {
    return changed(with(at).status(stood), new FollowUpEvent.Restored());
  }

  /** A picture, place or file belongs to it. */
  public Change attach(Attachment attachment, Instant at) {
    List<Attachment> more = new ArrayList<>(attachments);
    more.add(attachment);
    return changed(with(at).attachments(more), new FollowUpEvent.Attached(attachment.kind()));
  }

  /** The rep says what the picture with these bytes shows; nothing was wrong. */
  public Change describe(String media, Attachment.Shows shows, Instant at) {
    List<Attachment> described =
        attachments.stream()
            .map(one -> one.isPicture() && one.media().equals(media) ? one.showing(shows) : one)
            .toList();
    return changed(with(at).attachments(described), new FollowUpEvent.Described(shows));
  }

  /** It becomes again what it was before its latest change. */
  public Change undo(FollowUp earlier, Instant at) {
    // A confirmation that is taken back leaves no revision behind: nothing was changed.
    int next = isFrozen() && earlier.isFrozen() ? revision + 1 : revision;
    return changed(
        new Builder(earlier, at).version(version).revision(next), new FollowUpEvent.Undone());
  }

  /** A question about it is closed without an answer. */
  public Change skip(String question, Instant at) {
    return skip(question, Set.of(question), at);
  }

  /** The same for several questions that are one to the rep, who knows them as {@code question}. */
  public Change skip(String question, Set<String> all, Instant at) {
    return changed(with(at).skipped(and(skipped, all)), new FollowUpEvent.Skipped(question));
  }

  private static Set<String> and(Set<String> some, Set<String> others) {
    var more = new HashSet<>(some);
    more.addAll(others);
    return more;
  }

  /** A second memo about the same visit. */
  public Change join(FollowUp other, Instant at) {
    int shift = text().length() + 1;
    List<TagMark> joined = new ArrayList<>(tags);
    other.tags.stream()
        .map(tag -> tag.shifted(shift))
        .filter(tag -> joined.stream().noneMatch(known -> known.entry().equals(tag.entry())))
        .forEach(joined::add);
    List<TagMark> more = new ArrayList<>(suggestions);
    other.suggestions.forEach(tag -> more.add(tag.shifted(shift)));
    more.removeIf(tag -> joined.stream().anyMatch(known -> known.entry().equals(tag.entry())));
    List<Part> all = both(parts, other.parts);
    var facts = new HashMap<>(details);
    facts.putAll(other.details);
    Builder next =
        with(at)
            .parts(all)
            .tags(joined)
            .suggestions(more)
            .details(facts)
            .attachments(both(attachments, other.attachments))
            .nextAction(other.nextAction.or(() -> nextAction))
            .due(other.due.or(() -> due))
            .customer(customer.or(() -> other.customer));
    return changed(next, new FollowUpEvent.Joined(other.parts.getFirst().message()));
  }

  /** One of its memos was about another visit after all: it goes, with what only it said. */
  public Change split(String message, Instant at) {
    List<Part> rest = parts.stream().filter(part -> !part.message().equals(message)).toList();
    if (rest.isEmpty() || rest.size() == parts.size()) {
      throw new IllegalArgumentException("not one of several memos: " + message);
    }
    var gone = new Cut(parts, message);
    Builder next =
        with(at)
            .parts(rest)
            .tags(gone.of(tags))
            .suggestions(gone.of(suggestions))
            .details(gone.of(details))
            .nextAction(without(message, nextAction, Part::nextAction))
            .due(without(message, due, Part::due));
    return changed(next, new FollowUpEvent.Split(message));
  }

  /** What only the removed memo said goes with it; what a person put there stays. */
  private <T> Optional<T> without(
      String message, Optional<T> now, Function<Part, Optional<T>> field) {
    boolean said =
        parts.stream()
            .filter(part -> part.message().equals(message))
            .anyMatch(part -> field.apply(part).isPresent() && field.apply(part).equals(now));
    return said
        ? last(parts.stream().filter(part -> !part.message().equals(message)).toList(), field)
        : now;
  }

  private static <T> List<T> both(List<T> first, List<T> then) {
    List<T> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private static <T> Optional<T> last(List<Part> parts, Function<Part, Optional<T>> field) {
    return parts.reversed().stream().map(field).flatMap(Optional::stream).findFirst();
  }

  Builder with(Instant at) {
    return new Builder(this, at);
  }

  private Change changed(Builder next, FollowUpEvent event) {
    return new Change(this, next.build(), event);
  }

  /** What a verb makes of a follow-up, not yet written. */
  public record Change(FollowUp before, FollowUp after, FollowUpEvent event) {

    /** Whether it says what was there already. */
    public boolean isNothingNew() {
      return before
          .with(after.updatedAt)
          .skipped(after.skipped)
          .revision(after.revision)
          .build()
          .equals(after);
    }
  }
}
