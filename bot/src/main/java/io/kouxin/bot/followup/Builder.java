package io.kouxin.bot.followup;

import io.kouxin.bot.followup.FollowUp.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The next version of a follow-up, field by field. */
final class Builder {
  private final FollowUp before;
  private final Instant at;
  private Optional<CustomerRef> customer;
  private List<Part> parts;
  private List<TagMark> tags;
  private List<TagMark> suggestions;
  private Map<String, String> details;
  private Optional<String> nextAction;
  private Optional<DueTime> due;
  private List<Attachment> attachments;
  private Set<String> skipped;
  private int version;
  private Status status;
  private int revision;

  Builder(FollowUp before, Instant at) {
    this.before = before;
    this.at = at;
    this.customer = before.customer();
    this.parts = before.parts();
    this.tags = before.tags();
    this.suggestions = before.suggestions();
    this.details = before.details();
    this.nextAction = before.nextAction();
    this.due = before.due();
    this.attachments = before.attachments();
    this.skipped = before.skipped();
    this.version = before.version();
    this.status = before.status();
    this.revision = before.revision();
  }

  Builder customer(Optional<CustomerRef> value) {
    customer = value;
    return this;
  }

  Builder parts(List<Part> value) {
    parts = value;
    return this;
  }

  Builder tags(List<TagMark> value) {
    tags = value;
    return this;
  }

  Builder suggestions(List<TagMark> value) {
    suggestions = value;
    return this;
  }

  Builder details(Map<String, String> value) {
    details = value;
    return this;
  }

  Builder nextAction(Optional<String> value) {
    nextAction = value;
    return this;
  }

  Builder due(Optional<DueTime> value) {
    due = value;
    return this;
  }

  Builder attachments(List<Attachment> value) {
    attachments = value;
    return this;
  }

  Builder version(int value) {
    version = value;
    return this;
  }

  Builder skipped(Set<String> value) {
    skipped = value;
    return this;
  }

  Builder status(Status value) {
    status = value;
    return this;
  }

  Builder revision(int value) {
    revision = value;
    return this;
  }

  FollowUp build() {
    return new FollowUp(
        before.id(),
        before.rep(),
        before.account(),
        before.language(),
        customer,
        parts,
        tags,
        suggestions,
        TagAnswer.about(tags, details),
        nextAction,
        due,
        attachments,
        skipped,
        status,
        revision,
        version + 1,
        before.createdAt(),
        at);
  }
}
