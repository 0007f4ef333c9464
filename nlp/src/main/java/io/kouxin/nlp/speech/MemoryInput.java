package io.kouxin.nlp.speech;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Lets FFmpeg read and seek in bytes of ours. */
final class MemoryInput implements AutoCloseable {
  static {
    Ffmpeg.load();
  }

  private static final int BUFFER = 64 * 1024;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;
  // JavaCPP allows ten live callbacks of a kind: two for all inputs, which find theirs by its id.
  private static final Map<Long, MemoryInput> OPEN = new ConcurrentHashMap<>();
  private static final AtomicLong IDS = new AtomicLong();
  private static final Read READ = new Read();
  private static final Seek SEEK = new Seek();

  private final long id = IDS.incrementAndGet();
  private final byte[] bytes;
  private final CpuBudget budget;
  private final AVIOContext context;
  private int position;

  MemoryInput(byte[] bytes, CpuBudget budget) {
    this.bytes = bytes;
    this.budget = budget;
    var buffer = new BytePointer(Ffmpeg.allocated(av_malloc(BUFFER))).capacity(BUFFER);
    context = Ffmpeg.allocated(avio_alloc_context(buffer, BUFFER, 0, new Id(id), READ, null, SEEK));
    OPEN.put(id, this);
  }

  AVIOContext context() {
    return context;
  }

  private int read(BytePointer into, int most) {
    if (budget.spent()) {
      return AVERROR_EXIT();
    }
    int count = Math.min(most, bytes.length - position);
    if (count <= 0) {
      return AVERROR_EOF();
    }
    into.capacity(most).put(bytes, position, count);
    position += count;
    return count;
  }

  private long seek(long offset, int whence) {
    if ((whence & AVSEEK_SIZE) != 0) {
      return bytes.length;
    }
    long from =
        switch (whence & 3) {
          case SEEK_SET -> 0;
          case SEEK_CUR -> position;
          case SEEK_END -> bytes.length;
          default -> Long.MIN_VALUE / 2;
        };
    long target = from + offset;
    if (target < 0 || target > bytes.length) {
      return -1;
    }
    position = (int) target;
    return target;
  }

  @Override
  public void close() {
    OPEN.remove(id);
    av_free(context.buffer()); // FFmpeg may have replaced the buffer it was given
    avio_context_free(context);
  }

  private static final class Id extends Pointer {
    Id(long id) {
      super((@Nullable Pointer) null);
      address = id;
    }
  }

  private static final class Read extends Read_packet_Pointer_BytePointer_int {
    @Override
    public int call(Pointer id, BytePointer into, int most) {
      MemoryInput input = OPEN.get(id.address());
      return input == null ? AVERROR_EOF() : input.read(into, most);
    }
  }

  private static final class Seek extends Seek_Pointer_long_int {
    @Override
    public long call(Pointer id, long offset, int whence) {
      MemoryInput input = OPEN.get(id.address());
      return input == null ? -1 : input.seek(offset, whence);
    }
  }
}
