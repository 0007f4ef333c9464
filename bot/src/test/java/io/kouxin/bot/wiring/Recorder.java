package io.kouxin.bot.wiring;

import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.AudioLimits;
import io.kouxin.nlp.speech.ModelMissing;
import io.kouxin.nlp.speech.Pcm;
import io.kouxin.nlp.speech.ScriptedRecognizer;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.speech.UnreadableAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes recordings whose words are known, and hears them: each is a tone of its own length. */
public final class Recorder implements SpeechRecognizer {
  private static final int SHORTEST = Pcm.RATE;
  private final AudioDecoder decoder = new AudioDecoder(AudioLimits.standard());
  private final Map<String, Transcript> words = new HashMap<>();
  private boolean hasModels = true;
  private int made;

  /** A recording in which these words are heard; words in 〔〕 with a low confidence. */
  public byte[] saying(String text, Locale language) {
    byte[] sound = wav(SHORTEST + made++, 8_000);
    List<Transcript.Word> heard =
        Arrays.stream(text.split("[〔〕]"))
            .filter(word -> !word.isEmpty())
            .map(word -> new Transcript.Word(word, 0, 1, text.contains("〔" + word) ? 0.5 : 0.95))
            .toList();
    String plain = text.replaceAll("[〔〕]", "");
    words.put(
        decoded(sound).sha256(),
        new Transcript.Heard(
            plain, heard, "scripted", language, 28, plain.equals(text) ? 0.93 : 0.6));
    return sound;
  }

  /** A recording of this length in which no word is heard. */
  public byte[] noise() {
    return wav(2 * SHORTEST + made++, 8_000);
  }

  /** A recording of nothing. */
  public byte[] silence() {
    return wav(3 * SHORTEST, 0);
  }

  /** A recording longer than anybody listens. */
  public byte[] endless() {
    return wav((AudioLimits.standard().maxSeconds() + 1) * 8_000, 0, 8_000);
  }

  /** From now on no language can be heard. */
  public void loseModels() {
    hasModels = false;
  }

  /** From now on all languages can be heard. */
  public void findModels() {
    hasModels = true;
  }

  @Override
  public boolean ready(Locale language) {
    return hasModels;
  }

  @Override
  public Transcript recognize(Pcm sound, Locale language) throws ModelMissing {
    if (!hasModels) {
      throw new ModelMissing(language);
    }
    var scripted = new HashMap<>(words);
    scripted.put(
        "", new Transcript.NothingHeard(Transcript.Reason.NO_WORDS, "scripted", language, 1));
    return ScriptedRecognizer.bySound(scripted).recognize(sound, language);
  }

  private Pcm decoded(byte[] sound) {
    try {
      return decoder.decode(sound);
    } catch (UnreadableAudio e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] wav(int samples, int loudness) {
    return wav(samples, loudness, Pcm.RATE);
  }

  private static byte[] wav(int samples, int loudness, int rate) {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (int i = 0; i < samples; i++) {
      wav.putShort((short) (loudness * Math.sin(i / 6.0)));
    }
    return wav.array();
  }

  @Override
  public void close() {}
}
