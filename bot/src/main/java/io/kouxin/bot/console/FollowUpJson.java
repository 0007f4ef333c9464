package io.kouxin.bot.console;

import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.Contact;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.followup.Quantity;
import io.kouxin.bot.followup.TagMark;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A follow-up as the API shows it.
 *
 * @param source how the first memo came; {@code sources} has all of them
 * @param details facts that belong to a tag: {@code rival}, whom we are compared with, and {@code
 *     answer:} and the id of an entry, what the rep answered to that entry's question
 * @param due with the offset of the company's zone; null when none was said or it is vague
 * @param dueText as it was said
 */
record FollowUpJson(
    String id,
    String channel,
    Named rep,
    Optional<CustomerJson> customer,
    String text,
    String language,
    Source source,
    List<Source> sources,
    List<Tag> tags,
    List<Suggestion> suggestions,
    List<Contact> people,
    List<Quantity> amounts,
    Map<String, String> details,
    List<AttachmentJson> attachments,
    Optional<String> nextAction,
    Optional<OffsetDateTime> due,
    Optional<String> dueText,
    String status,
    int revision,
    Instant createdAt,
    Instant updatedAt) {

  /** Somebody or something with a name. */
  record Named(String id, String name) {}

  /** The customer, by the name it has now. */
  record CustomerJson(String id, Optional<String> code, String name) {}

  /**
   * How words came.
   *
   * @param kind voice or text
   * @param engine the model that listened, or {@code platform}; empty for text
   * @param confidence 0 where the engine does not say
   * @param alternative what another understood of the whole recording
   * @param readable the words of this memo for reading, with marks and figures, and doubtful words
   *     in 〔〕; null for typed ones. Evidence points into {@link FollowUpJson#text}
   * @param corrected names that were put in the place of what was heard
   */
  record Source(
      String kind,
      String messageId,
      Optional<String> media,
      String engine,
      double confidence,
      double seconds,
      Optional<Part.Other> alternative,
      Optional<String> readable,
      List<Corrected> corrected) {}

  /** A name, and what was heard in its place. */
  record Corrected(String text, String heardAs) {}

  /** A tag with its evidence in {@link FollowUpJson#text}. */
  record Tag(
      String entry,
      String kind,
      String label,
      double score,
      String status,
      List<TagMark.Evidence> evidence) {}

  /** Something that belongs to it besides words. */
  record AttachmentJson(
      @Schema(allowableValues = {"picture", "place", "file"}) String kind,
      @Schema(description = "id of its bytes; empty for a place") String media,
      @Schema(description = "what people call it; may be empty") String label,
      @Schema(
              description = "what a picture shows, as the rep said; null while nobody said",
              allowableValues = {"card", "paper", "scene"})
          Optional<String> shows) {}

  /** What it may also be. */
  record Suggestion(String entry, String kind, String label, double score) {}

  static FollowUpJson of(FollowUp f, String repName, Optional<Customer> customer, ZoneId zone) {
    List<Source> sources = f.parts().stream().map(FollowUpJson::source).toList();
    return new FollowUpJson(
        f.id(),
        f.account().channel(),
        new Named(f.rep(), repName),
        customer(f, customer),
        f.text(),
        f.language().getLanguage(),
        sources.getFirst(),
        sources,
        f.tags().stream().map(FollowUpJson::tag).toList(),
        f.suggestions().stream()
            .map(t -> new Suggestion(t.entry(), t.kind(), t.label(), t.score()))
            .toList(),
        f.people(),
        f.amounts(),
        f.details(),
        f.attachments().stream().map(FollowUpJson::attachment).toList(),
        f.nextAction(),
        f.due().flatMap(DueTime::at).map(at -> at.atZone(zone).toOffsetDateTime()),
        f.due().map(DueTime::text),
        f.status().name().toLowerCase(Locale.ROOT),
        f.revision(),
        f.createdAt(),
        f.updatedAt());
  }

  private static Optional<CustomerJson> customer(FollowUp f, Optional<Customer> known) {
    return f.customer()
        .map(
            ref ->
                new CustomerJson(
                    ref.id(),
                    known.flatMap(Customer::code),
                    known.map(Customer::name).orElse(ref.name())));
  }

  private static Source source(Part part) {
    return new Source(
        part.source().kind().name().toLowerCase(Locale.ROOT),
        part.message(),
        part.source().media(),
        part.source().engine(),
        part.source().confidence(),
        part.source().seconds(),
        part.source().other(),
        part.source().readable(),
        part.doubts().stream().flatMap(doubt -> corrected(part, doubt)).toList());
  }

  private static Stream<Corrected> corrected(Part part, Part.Doubt doubt) {
    return doubt.heardAs().stream()
        .map(heard -> new Corrected(part.text().substring(doubt.start(), doubt.end()), heard));
  }

  private static AttachmentJson attachment(Attachment one) {
    return new AttachmentJson(
        one.kind(),
        one.media(),
        one.label(),
        one.shows().map(shows -> shows.name().toLowerCase(Locale.ROOT)));
  }

  private static Tag tag(TagMark mark) {
    return new Tag(
        mark.entry(), mark.kind(), mark.label(), mark.score(), mark.status(), mark.evidence());
  }
}
