package io.kouxin.bot.followup;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that was wrong or has changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Correction.Customer.class, name = "customer"),
  @JsonSubTypes.Type(value = Correction.When.class, name = "when"),
  @JsonSubTypes.Type(value = Correction.Action.class, name = "action"),
  @JsonSubTypes.Type(value = Correction.Add.class, name = "add"),
  @JsonSubTypes.Type(value = Correction.Replace.class, name = "replace"),
  @JsonSubTypes.Type(value = Correction.Remove.class, name = "remove"),
  @JsonSubTypes.Type(value = Correction.Detail.class, name = "detail")
})
public sealed interface Correction {

  /** Which field, in the words of the program. */
  String field();

  /** What the field says afterwards, for people. */
  String after();

  /** What the field said before, for people; empty if nothing. */
  String before(FollowUp followUp);

  /** Makes the change. */
  void apply(FollowUp before, Builder next);

  /** It is about another customer. */
  record Customer(CustomerRef customer) implements Correction {
    @Override
    public String field() {
      return "customer";
    }

    @Override
    public String after() {
      return customer.name();
    }

    @Override
    public String before(FollowUp followUp) {
      return followUp.customer().map(CustomerRef::name).orElse("");
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      next.customer(Optional.of(customer));
    }
  }

  /** The next step is at another time. */
  record When(DueTime due) implements Correction {
    @Override
    public String field() {
      return "due";
    }

    @Override
    public String after() {
      return due.text();
    }

    @Override
    public String before(FollowUp followUp) {
      return followUp.due().map(DueTime::text).orElse("");
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      next.due(Optional.of(due));
    }
  }

  /** The next step is another one. */
  record Action(String action) implements Correction {
    @Override
    public String field() {
      return "nextAction";
    }

    @Override
    public String after() {
      return action;
    }

    @Override
    public String before(FollowUp followUp) {
      return followUp.nextAction().orElse("");
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      next.nextAction(Optional.of(action));
    }
  }

  /** A tag is missing. */
  record Add(TagMark tag) implements Correction {
    @Override
    public String field() {
      return "tag";
    }

    @Override
    public String after() {
      return tag.label();
    }

    @Override
    public String before(FollowUp followUp) {
      return "";
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      next.tags(without(before.tags(), tag.entry(), tag));
      next.suggestions(without(before.suggestions(), tag.entry()));
    }
  }

  /** One tag is wrong, another one is right. */
  record Replace(String entry, TagMark tag) implements Correction {
    @Override
    public String field() {
      return "tag";
    }

    @Override
    public String after() {
      return tag.label();
    }

    @Override
    public String before(FollowUp followUp) {
      return labelOf(followUp, entry);
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      next.tags(without(without(before.tags(), entry), tag.entry(), tag));
      next.suggestions(without(before.suggestions(), tag.entry()));
    }
  }

  /** A tag is wrong. */
  record Remove(String entry) implements Correction {
    @Override
    public String field() {
      return "tag";
    }

    @Override
    public String after() {
      return "";
    }

    @Override
    public String before(FollowUp followUp) {
      return labelOf(followUp, entry);
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      next.tags(without(before.tags(), entry));
    }
  }

  /** A fact that belongs to a tag, such as the rival's name. */
  record Detail(String key, String value) implements Correction {
    @Override
    public String field() {
      return key;
    }

    @Override
    public String after() {
      return value;
    }

    @Override
    public String before(FollowUp followUp) {
      return followUp.details().getOrDefault(key, "");
    }

    @Override
    public void apply(FollowUp before, Builder next) {
      Map<String, String> details = new HashMap<>(before.details());
      details.put(key, value);
      next.details(details);
    }
  }

  private static String labelOf(FollowUp followUp, String entry) {
    return followUp.tags().stream()
        .filter(tag -> tag.entry().equals(entry))
        .map(TagMark::label)
        .findFirst()
        .orElse("");
  }

  private static List<TagMark> without(List<TagMark> tags, String entry, TagMark... then) {
    List<TagMark> rest = new ArrayList<>(tags);
    rest.removeIf(tag -> tag.entry().equals(entry));
    rest.addAll(List.of(then));
    return rest;
  }
}
