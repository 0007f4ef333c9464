import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One kept-alive connection that does next to nothing, so that what is measured is the service: one
 * write for a request, one reading of its answer. Where the server closes, the next request opens
 * again.
 */
final class DoorConnection implements AutoCloseable {
  private final URI door;
  private Socket socket;
  private InputStream in;
  private int opened;

  DoorConnection(URI door) {
    this.door = door;
  }

  /** Sends a whole request and returns the status of its answer. */
  int send(byte[] request) throws IOException {
    if (socket == null) {
      open();
    }
    try {
      socket.getOutputStream().write(request);
      return answer();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** How often it had to be opened. */
  int opened() {
    return opened;
  }

  private void open() throws IOException {
    socket = new Socket(door.getHost(), door.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream(), 4096);
    opened++;
  }

  private int answer() throws IOException {
    String status = line();
    int length = 0;
    boolean closing = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("an answer in chunks: " + status);
      }
      closing |= lower.equals("connection: close");
    }
    if (in.readNBytes(length).length != length) {
      throw new IOException("an answer cut short: " + status);
    }
    if (closing) {
      close();
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private String line() throws IOException {
    byte[] bytes = new byte[512];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || length == bytes.length) {
        throw new IOException("the connection was closed");
      }
      bytes[length++] = (byte) next;
    }
    return new String(bytes, 0, Math.max(0, length - 1), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
