package io.kouxin.bot.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FollowUpProperties {

  @Provide
  Arbitrary<List<String>> memos() {
    Arbitrary<String> word = Arbitraries.of("嫌贵", "账期", "price", "样品", "𠮷", "a", "。");
    Arbitrary<String> memo = word.list().ofMinSize(0).ofMaxSize(6).map(w -> String.join(" ", w));
    return memo.list().ofMinSize(2).ofMaxSize(5);
  }

  private static FollowUp joined(List<String> memos) {
    FollowUp all = SampleFollowUp.saying("m0", memos.getFirst());
    for (int i = 1; i < memos.size(); i++) {
      all = all.join(SampleFollowUp.saying("m" + i, memos.get(i)), SampleFollowUp.AT).after();
    }
    return all;
  }

  private static void pointsAtItsWords(FollowUp followUp) {
    List<TagMark> all = new ArrayList<>(followUp.tags());
    all.addAll(followUp.suggestions());
    for (TagMark tag : all) {
      for (TagMark.Evidence evidence : tag.evidence()) {
        assertThat(followUp.text().substring(evidence.start(), evidence.end()))
            .isEqualTo(evidence.text());
      }
    }
  }

  @Property(tries = 300)
  void evidence_points_at_its_words_however_memos_are_joined(@ForAll("memos") List<String> memos) {
    FollowUp all = joined(memos);
    pointsAtItsWords(all);
    assertThat(all.text()).isEqualTo(String.join("\n", memos));
    assertThat(all.tags()).extracting(TagMark::entry).doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void evidence_points_at_its_words_whichever_memo_is_taken_out(
      @ForAll("memos") List<String> memos, @ForAll int which) {
    int gone = Math.floorMod(which, memos.size());
    FollowUp rest = joined(memos).split("m" + gone, SampleFollowUp.AT).after();
    pointsAtItsWords(rest);
    assertThat(rest.parts()).hasSize(memos.size() - 1);
    assertThat(rest.parts()).extracting(Part::message).doesNotContain("m" + gone);
  }

  @Property(tries = 100)
  void a_memo_that_is_joined_and_taken_out_again_leaves_no_trace(
      @ForAll("memos") List<String> memos) {
    FollowUp first = SampleFollowUp.saying("m0", memos.getFirst());
    FollowUp other = SampleFollowUp.saying("m1", memos.get(1));
    FollowUp again =
        first.join(other, SampleFollowUp.AT).after().split("m1", SampleFollowUp.AT).after();
    assertThat(again.tags()).isEqualTo(first.tags());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.due()).isEqualTo(first.due());
  }

  @Property(tries = 100)
  void undo_brings_back_the_content_and_never_the_version(@ForAll("memos") List<String> memos) {
    FollowUp first = SampleFollowUp.saying("m0", memos.getFirst());
    FollowUp changed = first.correct(new Correction.Action("寄样品"), SampleFollowUp.AT).after();
    FollowUp undone = changed.undo(first, SampleFollowUp.AT).after();
    assertThat(undone.nextAction()).isEqualTo(Optional.empty());
    assertThat(undone.tags()).isEqualTo(first.tags());
    assertThat(undone.version()).isEqualTo(3);
  }

  @Property(tries = 100)
  void a_correction_of_a_frozen_record_is_a_revision_and_of_a_draft_is_none(
      @ForAll boolean frozen) {
    FollowUp draft = SampleFollowUp.saying("m0", "嫌贵");
    FollowUp now = frozen ? draft.confirm(SampleFollowUp.AT).after() : draft;
    FollowUp.Change change = now.correct(new Correction.Action("寄样品"), SampleFollowUp.AT);
    assertThat(change.after().revision()).isEqualTo(frozen ? 2 : 1);
    assertThat(change.isNothingNew()).isFalse();
    FollowUp.Change again = change.after().correct(new Correction.Action("寄样品"), SampleFollowUp.AT);
    assertThat(again.isNothingNew()).isTrue();
  }
}
