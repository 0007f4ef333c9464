package io.kouxin.bot.command;

import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.ModelStore;
import io.kouxin.nlp.speech.SpeechRecognizer;
import java.util.function.Supplier;

/**
 * What the speech commands are handed.
 *
 * @param recognizer makes one; the command closes it
 * @param language of a recording when the command line names none: {@code en} or {@code zh}
 * @param terminal whether standard error is a terminal, on which progress may be drawn
 */
public record SpeechOptions(
    AudioDecoder decoder,
    Supplier<SpeechRecognizer> recognizer,
    ModelStore models,
    String language,
    boolean terminal) {}
