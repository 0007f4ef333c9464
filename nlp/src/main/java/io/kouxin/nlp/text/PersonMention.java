package io.kouxin.nlp.text;

/**
 * Somebody on the customer's side.
 *
 * @param text as it was said, such as 检验科刘主任
 * @param name the name with its title (刘主任), empty when only a role was said
 * @param role the role or department with title (检验科主任), empty when unknown
 * @param span where it stands in the raw text
 */
public record PersonMention(String text, String name, String role, Span span) {}
