package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kouxin.nlp.speech.UnreadableAudio.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDecoderTest {
  private final AudioDecoder decoder = new AudioDecoder(AudioLimits.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amr-nb.amr",
        "amr-wb.amr",
        "amr-in-3gp.3gp",
        "opus.ogg",
        "opus-live.webm",
        "speex.ogg",
        "aac-moov-at-end.m4a",
        "aac-moov-in-front.m4a",
        "aac-adts.aac",
        "mp3.mp3",
        "pcm-8k.wav",
        "pcm-22k-stereo.wav",
        "alaw.wav",
        "flac.flac"
      })
  void keeps_the_length_and_the_pitch_of_every_format(String clip) throws Exception {
    Pcm sound = decoder.decode(Recordings.clip(clip));

    assertThat(sound.seconds()).isCloseTo(2.0, within(0.1));
    assertThat(Tone.strongest(sound)).isEqualTo(440);
    assertThat(Tone.share(sound, 440)).as("share of the energy at 440 Hz").isGreaterThan(0.9);
  }

  @Test
  void keeps_the_silence_that_a_phone_did_not_send() throws Exception {
    Pcm sound = decoder.decode(Recordings.clip("dtx-30s.amr"));

    assertThat(sound.seconds()).isCloseTo(30.00, within(0.005));
    short[] last = Arrays.copyOfRange(sound.samples(), 27 * Pcm.RATE + 1600, 30 * Pcm.RATE - 1600);
    assertThat(Tone.share(new Pcm(last), 440)).as("the tone at 27 s is at 27 s").isGreaterThan(0.9);
  }

  @Test
  void decodes_what_a_truncated_file_still_holds() throws Exception {
    byte[] whole = Recordings.clip("amr-nb.amr");

    Pcm sound = decoder.decode(Arrays.copyOf(whole, whole.length / 2 + 7));

    assertThat(sound.seconds()).isCloseTo(1.0, within(0.05));
    byte[] film = Recordings.clip("opus-live.webm");
    assertThat(decoder.decode(Arrays.copyOf(film, film.length / 2)).seconds()).isBetween(0.5, 1.5);
  }

  @Test
  void refuses_hours_of_sound_after_the_minutes_it_may_listen_to() {
    byte[] hours = amr(2 * 3600);

    long before = System.nanoTime();
    assertRefused(hours, Reason.TOO_LONG);
    System.out.printf(
        "AMR of two hours, %,d bytes: refused after %d ms%n",
        hours.length, (System.nanoTime() - before) / 1_000_000);
  }

  @Test
  void refuses_a_recording_that_costs_more_work_than_it_may() {
    var stingy = new AudioDecoder(new AudioLimits(30_000_000, 600, Duration.ofNanos(1)));

    assertThatThrownBy(() -> stingy.decode(amr(60)))
        .isInstanceOfSatisfying(
            UnreadableAudio.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LONG));
  }

  @Test
  void refuses_more_bytes_than_it_reads(@TempDir Path folder) throws Exception {
    var small = new AudioDecoder(new AudioLimits(1000, 600, Duration.ofSeconds(20)));
    Path file = Files.write(folder.resolve("memo.amr"), Recordings.clip("amr-nb.amr"));

    assertThatThrownBy(() -> small.decode(file))
        .isInstanceOfSatisfying(
            UnreadableAudio.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_BIG));
    assertThat(decoder.decode(file).seconds()).isCloseTo(2.0, within(0.1));
  }

  @Test
  void refuses_what_is_no_recording() {
    assertRefused(new byte[0], Reason.EMPTY);
    assertRefused("#!AMR\n".getBytes(StandardCharsets.US_ASCII), Reason.EMPTY);
    assertRefused(Recordings.clip("picture.amr"), Reason.NOT_AUDIO);
    assertRefused(Recordings.clip("no-sound.mp4"), Reason.NOT_AUDIO);
    assertRefused(Recordings.clip("playlist.m3u8"), Reason.NOT_AUDIO);
    assertRefused("ffconcat version 1.0\nfile /etc/passwd\n".getBytes(), Reason.NOT_AUDIO);
    assertRefused("<html>not found</html>".getBytes(StandardCharsets.UTF_8), Reason.NOT_AUDIO);
  }

  @Test
  void survives_damage_anywhere_in_any_format() {
    long seed = 20261121;
    var random = new Random(seed);
    System.out.println("damage seed " + seed);
    int heard = 0;
    for (String clip : List.of("amr-nb.amr", "opus.ogg", "opus-live.webm", "mp3.mp3")) {
      heard += damaged(Recordings.clip(clip), random);
    }
    for (String clip : List.of("aac-moov-at-end.m4a", "speex.ogg", "flac.flac", "alaw.wav")) {
      heard += damaged(Recordings.clip(clip), random);
    }
    System.out.println(heard + " of 400 damaged files were still decoded");
  }

  @Test
  void decodes_many_at_once() throws Exception {
    byte[] clip = Recordings.clip("opus.ogg");
    short[] alone = decoder.decode(clip).samples();
    try (var threads = Executors.newFixedThreadPool(24)) {
      List<Future<Pcm>> running = new ArrayList<>();
      for (int i = 0; i < 96; i++) {
        running.add(threads.submit(() -> decoder.decode(clip)));
      }
      for (Future<Pcm> one : running) {
        assertThat(one.get().samples()).isEqualTo(alone);
      }
    }
  }

  private int damaged(byte[] whole, Random random) {
    int heard = 0;
    for (int round = 0; round < 50; round++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 20; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        decoder.decode(bytes);
        heard++;
      } catch (UnreadableAudio e) {
        assertThat(e.reason()).isNotNull();
      }
    }
    return heard;
  }

  private void assertRefused(byte[] bytes, Reason reason) {
    assertThatThrownBy(() -> decoder.decode(bytes))
        .isInstanceOfSatisfying(
            UnreadableAudio.class,
            e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
  }

  /** As many seconds of AMR-NB, made of the frames of a clip. */
  private static byte[] amr(int seconds) {
    byte[] clip = Recordings.clip("amr-nb.amr");
    var out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(clip, 6));
    byte[] second = Arrays.copyOfRange(clip, 6, 6 + 50 * 32);
    for (int i = 0; i < seconds; i++) {
      out.writeBytes(second);
    }
    return out.toByteArray();
  }
}
