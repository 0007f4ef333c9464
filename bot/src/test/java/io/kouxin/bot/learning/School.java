package io.kouxin.bot.learning;

import io.kouxin.bot.customer.JdbcCustomers;
import io.kouxin.bot.customer.NewCustomer;
import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A company whose library has three entries, one of them a kind of another, and which learns. */
final class School implements AutoCloseable {
  static final String DEAR = "dear";
  static final String DEARER = "dearer-than-rival";
  static final String PAYING = "paying";

  final Scene scene;
  final Packs packs;
  final JdbcCustomers customers;
  final Lessons lessons;

  School(Stores kind) {
    scene = new Scene(kind);
    packs = new Packs(scene.jdbc, scene.transactions, scene.clock);
    customers = new JdbcCustomers(scene.jdbc, scene.transactions, scene.clock);
    List.of(entry(DEAR, Optional.empty()), entry(DEARER, Optional.of(DEAR)))
        .forEach(packs.entries()::create);
    packs.entries().create(entry(PAYING, Optional.empty()));
    lessons =
        new Lessons(
            new Ground(
                scene.jdbc,
                scene.transactions,
                scene.clock,
                scene.journal,
                scene.followUps,
                customers,
                packs));
    scene.join(List.of(), List.of(lessons.reaction()), List.of());
  }

  private static LibraryItem entry(String id, Optional<String> parent) {
    var entry =
        new LibraryEntry(
            id,
            LibraryEntry.Kind.OBJECTION,
            id,
            List.of(id + "的说法"),
            "general",
            Locale.CHINESE,
            List.of(),
            new Kin(Optional.empty(), parent),
            Contrast.NONE);
    return new LibraryItem(entry, Severity.NORMAL, Optional.empty(), Optional.empty());
  }

  /** A memo of 张三's in which these words were taken for the entry. */
  FollowUp tagged(String text, String entry, String words) {
    return scene.open(Memo.by(Scene.ZHANG, text).saying(entry, "objection", words));
  }

  /** One in which they were only suggested. */
  FollowUp suggested(String text, String entry, String words) {
    FollowUp plain = Memo.by(Scene.ZHANG, text).on(scene);
    FollowUp offering = offering(plain, mark(text, entry, words));
    scene.transactions.executeWithoutResult(status -> scene.followUps.open(offering));
    scene.settle();
    return offering;
  }

  private static FollowUp offering(FollowUp plain, TagMark tag) {
    return new FollowUp(
        plain.id(),
        plain.rep(),
        plain.account(),
        plain.language(),
        plain.customer(),
        plain.parts(),
        plain.tags(),
        List.of(tag),
        plain.details(),
        plain.nextAction(),
        plain.due(),
        plain.attachments(),
        plain.skipped(),
        plain.status(),
        plain.revision(),
        plain.version(),
        plain.createdAt(),
        plain.updatedAt());
  }

  static TagMark mark(String text, String entry, String words) {
    int start = text.indexOf(words);
    var evidence = new TagMark.Evidence(start, start + words.length(), words);
    return new TagMark(entry, "objection", entry, 0.4, "asserted", List.of(evidence), false);
  }

  FollowUp ticks(FollowUp followUp, TagMark tag) {
    return corrects(followUp, new Correction.Add(tag.tickedByPerson()));
  }

  FollowUp removes(FollowUp followUp, String entry) {
    return corrects(followUp, new Correction.Remove(entry));
  }

  FollowUp corrects(FollowUp followUp, Correction correction) {
    return scene.write(followUp.correct(correction, scene.clock.instant()));
  }

  CustomerRef coded(String name, String code) {
    var coded = NewCustomer.named(name, Scene.ZHANG.id());
    var added =
        customers.add(
            new NewCustomer(Optional.of(code), coded.name(), List.of(), List.of(), coded.owner()));
    return new CustomerRef(added.id(), added.name());
  }

  CustomerRef customer(String name, String alias) {
    var added = customers.add(NewCustomer.named(name, Scene.ZHANG.id()));
    customers.addAlias(added.id(), alias);
    return new CustomerRef(added.id(), added.name());
  }

  List<Lesson> all() {
    return lessons.list(Lessons.Filter.of(Optional.empty()), Optional.empty(), 100);
  }

  EntryUse use(String entry) {
    return lessons.uses().stream()
        .filter(use -> use.entry().equals(entry))
        .findFirst()
        .orElse(EntryUse.none(entry));
  }

  LibraryEntry entry(String id) {
    return packs.library().item(id).orElseThrow().entry();
  }

  @Override
  public void close() {
    scene.close();
  }
}
