package io.kouxin.integrations.channel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client's WebSocket, at the server's side: texts come in and go out. */
public final class TextSocket {
  private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key: *(\\S+)");
  private static final int LONGEST = 8192;
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private TextSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** Lets a client in that asks for a WebSocket; whoever asks for something else gets an EOF. */
  public static TextSocket accepted(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    var accepted = new TextSocket(socket);
    Matcher key = KEY.matcher(accepted.head());
    if (!key.find()) {
      throw new IOException("not a WebSocket");
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + WebSocketWire.accept(key.group(1))
            + "\r\n\r\n";
    accepted.out.write(answer.getBytes(StandardCharsets.US_ASCII));
    accepted.out.flush();
    return accepted;
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** Reads until the end, which is no error. */
  public void read(Consumer<String> texts) {
    try {
      while (true) {
        WebSocketWire.Frame frame = WebSocketWire.read(in);
        switch (frame.opcode()) {
          case WebSocketWire.TEXT -> texts.accept(frame.text());
          case WebSocketWire.PING -> write(WebSocketWire.PONG, frame.content());
          case WebSocketWire.CLOSE -> {
            return;
          }
          default -> {}
        }
      }
    } catch (IOException e) {
      // How sockets end.
    }
  }

  /** Sends it; a broken socket is found by its reader. */
  public void send(String text) {
    try {
      write(WebSocketWire.TEXT, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      kill();
    }
  }

  /** Ends the TCP connection without a word. */
  public void kill() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed anyway.
    }
  }

  private synchronized void write(int opcode, byte[] content) throws IOException {
    WebSocketWire.write(out, opcode, content);
  }
}
