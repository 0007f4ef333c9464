package io.kouxin.integrations.dingtalk.emulator.gateway;

import io.kouxin.integrations.channel.WebSocketWire;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/** One open WebSocket of a client. */
final class Connection {
  private final String id;
  private final Socket socket;
  private final OutputStream out;
  private final Set<Subscription> subscriptions;
  private volatile boolean leaving;

  Connection(String id, Socket socket, Set<Subscription> subscriptions) throws IOException {
    this.id = id;
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.subscriptions = Set.copyOf(subscriptions);
  }

  String id() {
    return id;
  }

  boolean takes(Subscription wanted) {
    return !leaving && (wanted.type().equals("SYSTEM") || subscriptions.contains(wanted));
  }

  void leaves() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Reads until the end, which is no error. */
  void read(DataInputStream in, Consumer<String> texts) {
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
  void send(String text) {
    try {
      write(WebSocketWire.TEXT, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      kill();
    }
  }

  /** Says goodbye and closes. */
  void close() {
    try {
      write(WebSocketWire.CLOSE, new byte[] {0x03, (byte) 0xe8});
    } catch (IOException e) {
      // It is closed anyway.
    }
    kill();
  }

  /** Ends the TCP connection without a word. */
  void kill() {
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
