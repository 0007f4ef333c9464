package io.kouxin.integrations.channel;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server's half of RFC 6455, as far as a gateway needs it: whole frames, no extensions. */
public final class WebSocketWire {
  /** An opcode. */
  public static final int TEXT = 1;

  /** An opcode. */
  public static final int CLOSE = 8;

  /** An opcode. */
  public static final int PING = 9;

  /** An opcode. */
  public static final int PONG = 10;

  private static final int LARGEST = 1 << 20;

  private WebSocketWire() {}

  /** One frame. */
  @SuppressWarnings("ArrayRecordComponent") // up to a megabyte: no copies
  public record Frame(int opcode, byte[] content) {
    /** Of a text frame. */
    public String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  /** RFC 6455, section 4.2.2: what the server answers to the client's key. */
  public static String accept(String key) {
    try {
      byte[] sha1 =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(sha1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The next message, put together where the client sent it in parts; an end of the stream, or
   * anything but masked frames, is an EOF.
   */
  public static Frame read(DataInputStream in) throws IOException {
    Part part = part(in);
    int opcode = part.opcode();
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(part.content());
    while (!part.last()) {
      part = part(in);
      whole.writeBytes(part.content());
      if (part.opcode() != 0 || whole.size() > LARGEST) {
        throw new EOFException("not the next part of a message");
      }
    }
    return new Frame(opcode, whole.toByteArray());
  }

  @SuppressWarnings("ArrayRecordComponent") // up to a megabyte: no copies
  private record Part(boolean last, int opcode, byte[] content) {}

  private static Part part(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if ((second & 0x80) == 0 || length > LARGEST || length < 0) {
      throw new EOFException("not a masked frame of a client");
    }
    byte[] mask = in.readNBytes(4);
    byte[] content = in.readNBytes((int) length);
    if (content.length < length) {
      throw new EOFException();
    }
    for (int i = 0; i < content.length; i++) {
      content[i] ^= mask[i % 4];
    }
    return new Part((first & 0x80) != 0, first & 0x0f, content);
  }

  /** Writes a whole frame. */
  public static void write(OutputStream out, int opcode, byte[] content) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(10 + content.length);
    frame.put((byte) (0x80 | opcode));
    if (content.length < 126) {
      frame.put((byte) content.length);
    } else if (content.length < 1 << 16) {
      frame.put((byte) 126).putShort((short) content.length);
    } else {
      frame.put((byte) 127).putLong(content.length);
    }
    frame.put(content);
    // One write: two would wait for each other on the wire.
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }
}
