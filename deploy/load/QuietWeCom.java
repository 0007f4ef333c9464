import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands where WeCom's API would: gives a token, takes every message and says nothing more, so that
 * the service has somebody to send to while its door is measured and the machine's cores are left
 * to it. It prints how many messages it took whenever that number has stood still for a while. It
 * checks nothing: that is what Kouxin's emulator of WeCom is for.
 */
public final class QuietWeCom {
  private static final AtomicLong TAKEN = new AtomicLong();

  private QuietWeCom() {}

  public static void main(String[] args) throws Exception {
    int port = args.length == 0 ? 9999 : Integer.parseInt(args[0]);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", QuietWeCom::answer);
    server.start();
    System.out.println("base URL: http://127.0.0.1:" + server.getAddress().getPort());
    long told = 0;
    for (long before = 0; ; before = TAKEN.get()) {
      Thread.sleep(5_000);
      if (TAKEN.get() == before && before != told) {
        told = before;
        System.out.println("messages taken: " + told);
      }
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] words = words(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, words.length);
      exchange.getResponseBody().write(words);
    }
  }

  private static String words(String path) {
    return switch (path) {
      case "/cgi-bin/gettoken" ->
          """
          {"errcode":0,"errmsg":"ok","access_token":"load","expires_in":7200}""";
      case "/cgi-bin/message/send" ->
          """
          {"errcode":0,"errmsg":"ok","msgid":"m%1$d","response_code":"r%1$d"}"""
              .formatted(TAKEN.incrementAndGet());
      default ->
          """
          {"errcode":0,"errmsg":"ok"}""";
    };
  }
}
