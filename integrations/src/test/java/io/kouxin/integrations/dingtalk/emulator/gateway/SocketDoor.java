package io.kouxin.integrations.dingtalk.emulator.gateway;

import io.kouxin.integrations.channel.WebSocketWire;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a client in with its ticket, once. */
final class SocketDoor {
  private static final Pattern TICKET = Pattern.compile("GET /connect\\?ticket=(\\S+) HTTP/1.1");
  private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key: *(\\S+)");
  private static final int LONGEST = 8192;

  private final Tickets tickets;
  private final Deliveries deliveries;

  SocketDoor(Tickets tickets, Deliveries deliveries) {
    this.tickets = tickets;
    this.deliveries = deliveries;
  }

  /** Stays until the socket ends. */
  void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String request = request(in);
      Matcher key = KEY.matcher(request);
      Matcher ticket = TICKET.matcher(request);
      Optional<Ticket> right = ticket.find() ? tickets.use(ticket.group(1)) : Optional.empty();
      if (right.isEmpty() || !key.find()) {
        write(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      write(
          socket,
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + WebSocketWire.accept(key.group(1))
              + "\r\n\r\n");
      var connection =
          new Connection(UUID.randomUUID().toString(), socket, right.get().subscriptions());
      deliveries.opened(connection);
      connection.read(in, deliveries::answered);
      deliveries.closed(connection);
    } catch (IOException e) {
      // A client that went away before it was in.
    }
  }

  private static String request(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
