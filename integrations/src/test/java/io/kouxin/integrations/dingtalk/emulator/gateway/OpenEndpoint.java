package io.kouxin.integrations.dingtalk.emulator.gateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** {@code POST /v1.0/gateway/connections/open}: credentials become an address and a ticket. */
final class OpenEndpoint implements HttpHandler {
  private final String clientId;
  private final String clientSecret;
  private final Faults faults;
  private final Tickets tickets;

  OpenEndpoint(String clientId, String clientSecret, Faults faults, Tickets tickets) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.faults = faults;
    this.tickets = tickets;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      tickets.asked(body);
      faults.hang();
      JsonObject request = JsonParser.parseString(body).getAsJsonObject();
      if (faults.openStatus() != 200) {
        answer(exchange, faults.openStatus(), error("systemError", "系统错误"));
      } else if (!clientId.equals(request.get("clientId").getAsString())
          || !clientSecret.equals(request.get("clientSecret").getAsString())) {
        answer(exchange, 401, error("authFailed", "鉴权失败"));
      } else {
        answer(exchange, 200, tickets.issue(subscriptions(request)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<Subscription> subscriptions(JsonObject request) {
    Set<Subscription> asked = new HashSet<>();
    for (JsonElement each : request.getAsJsonArray("subscriptions")) {
      JsonObject one = each.getAsJsonObject();
      asked.add(new Subscription(one.get("type").getAsString(), one.get("topic").getAsString()));
    }
    return asked;
  }

  private static JsonObject error(String code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    error.addProperty("requestid", "B1-2C3D");
    return error;
  }

  private static void answer(HttpExchange exchange, int status, JsonObject json)
      throws IOException {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
