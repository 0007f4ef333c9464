package io.kouxin.bot.console;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages of pages and demo people. */
enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as in file names and in a page's {@code lang}. */
  String tag() {
    return tag;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The language that a client names: {@code zh}, {@code zh-CN}, {@code en}, {@code en-GB}.
   *
   * @throws org.springframework.web.ErrorResponseException (400) if we do not speak it
   */
  static Language of(String tag) {
    for (Language language : values()) {
      if (Locale.forLanguageTag(tag).getLanguage().equals(language.code())) {
        return language;
      }
    }
    throw Problem.badRequest("'language' must be zh-CN or en.");
  }
}
