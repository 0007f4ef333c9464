package io.kouxin.nlp.text;

/**
 * A word as a recogniser gave it, by its place in the text.
 *
 * @param start index of its first character
 * @param end index behind its last one
 * @param confidence 0 to 1
 */
public record HeardWord(int start, int end, double confidence) {}
