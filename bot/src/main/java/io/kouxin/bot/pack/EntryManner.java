package io.kouxin.bot.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How strictly the head of an entry is read: what it is called, and in which language. */
interface EntryManner {

  /** As a pack must have it; what breaks a form is noted and not taken. */
  EntryManner OF_PACKS =
      new EntryManner() {
        @Override
        public Optional<String> id(Fields fields, String name) {
          return fields.parsed(name, Forms::id);
        }

        @Override
        public Optional<String> label(Fields fields) {
          return fields.parsed("label", EntryManner::fitting);
        }

        @Override
        public Optional<Locale> language(Fields fields, List<String> phrases) {
          return fields.parsed("language", Forms::language);
        }
      };

  /**
   * As a pack's {@code library.yaml} outside of its pack: what breaks a form is noted, and taken as
   * long as something can be matched with it.
   */
  EntryManner ALONE = new Lenient(true);

  /** As other programs write entries: names of any form, labels of any length or none. */
  EntryManner OF_OTHERS = new Lenient(false);

  /** The field that names an entry or a group; noted where it is missing. */
  Optional<String> id(Fields fields, String name);

  /** What a card shows. */
  Optional<String> label(Fields fields);

  /** The language of these phrases. */
  Optional<Locale> language(Fields fields, List<String> phrases);

  private static String fitting(String label) {
    return Forms.shown(EntryRules.WIDEST_LABEL, label);
  }

  /**
   * Takes what can be matched.
   *
   * @param asInPacks whether it is noted what a pack would not have so
   */
  record Lenient(boolean asInPacks) implements EntryManner {
    @Override
    public Optional<String> id(Fields fields, String name) {
      return asInPacks || name.equals("id")
          ? fields.noted(name, id -> asInPacks ? Forms.id(id) : id)
          : fields.quietly(name);
    }

    @Override
    public Optional<String> label(Fields fields) {
      Optional<String> label =
          asInPacks ? fields.noted("label", EntryManner::fitting) : fields.quietly("label");
      return label.or(() -> fields.quietly("id"));
    }

    @Override
    public Optional<Locale> language(Fields fields, List<String> phrases) {
      Optional<Locale> said =
          fields.has("language")
              ? fields.parsed("language", text -> Forms.language(text.split("[-_]", 2)[0]))
              : Optional.empty();
      return said.or(() -> Optional.of(Forms.languageOf(String.join(" ", phrases))));
    }
  }
}
