package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.TagMark;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.text.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The need and objection library, as far as a conversation needs it. */
public interface Library {

  /** What an utterance says of it. */
  Tagging tag(Utterance utterance);

  /**
   * The entry that a person means by these words: its label, one of its phrases, or what fits best.
   */
  Optional<TagMark> meant(String words, Locale language);

  /** Whether these words are the label or a phrase of an entry, word by word. */
  boolean names(String words, Locale language);

  /** Whether an entry's label, its phrases or its sub-reasons speak of these words. */
  boolean isAbout(String entry, String words);

  /** An entry by its id, as a person would tick it. */
  Optional<TagMark> entry(String id);

  /** The question that tells the entry's sub-reasons apart, if it has one. */
  Optional<SubReasons> subReasons(String entry);

  /**
   * A question with its choices.
   *
   * @param question as somebody wrote it; empty where the choices alone are known
   */
  record SubReasons(Optional<String> question, List<Choice> choices) {
    public SubReasons {
      choices = List.copyOf(choices);
    }
  }

  /** A choice; {@code entry} is the more specific entry that it means, empty if none. */
  record Choice(String label, Optional<String> entry) {}
}
