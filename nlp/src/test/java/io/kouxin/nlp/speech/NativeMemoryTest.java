package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
  private static final List<String> CLIPS =
      List.of("amr-nb.amr", "amr-wb.amr", "opus.ogg", "opus-live.webm", "speex.ogg", "mp3.mp3");
  private static final List<String> REFUSED = List.of("no-sound.mp4", "picture.amr");
  private final AudioDecoder decoder = new AudioDecoder(AudioLimits.standard());

  @Test
  void gives_all_native_memory_back() throws Throwable {
    assumeTrue(
        Linker.nativeLinker().defaultLookup().find("mallinfo2").isPresent(), "no glibc 2.33+");
    decode(100);
    long before = allocated();
    decode(500);
    long grown = allocated() - before;
    System.out.printf("native memory after 500 more decodes: %+,d bytes%n", grown);
    assertThat(grown).isLessThan(2_000_000);
  }

  private void decode(int times) throws UnreadableAudio {
    for (int i = 0; i < times; i++) {
      decoder.decode(Recordings.clip(CLIPS.get(i % CLIPS.size())));
      try {
        decoder.decode(Recordings.clip(REFUSED.get(i % REFUSED.size())));
      } catch (UnreadableAudio expected) {
        assertThat(expected.reason()).isEqualTo(UnreadableAudio.Reason.NOT_AUDIO);
      }
    }
  }

  /** Bytes that malloc has handed out in this process: uordblks and hblkhd of mallinfo2(3). */
  private static long allocated() throws Throwable {
    var fields = MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG);
    var layout = MemoryLayout.structLayout(fields);
    Linker linker = Linker.nativeLinker();
    var mallinfo =
        linker.downcallHandle(
            linker.defaultLookup().find("mallinfo2").orElseThrow(), FunctionDescriptor.of(layout));
    try (Arena arena = Arena.ofConfined()) {
      var info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
      return info.getAtIndex(ValueLayout.JAVA_LONG, 7) + info.getAtIndex(ValueLayout.JAVA_LONG, 4);
    }
  }
}
