package io.kouxin.bot.walk;

/** What cards look like on DingTalk. */
enum CardStyle {
  /** From a template, with buttons; they change in place. */
  INTERACTIVE,
  /** Words with links that say something, where there is no template. */
  MARKDOWN
}
