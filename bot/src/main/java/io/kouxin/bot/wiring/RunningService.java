package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Item;
import io.kouxin.integrations.channel.Checkup.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service that owns the folder, as a command sees it: its HTTP API.
 *
 * @param authorization what opens its door
 */
record RunningService(URI address, String authorization) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DOCTOR = "/api/v1/doctor";

  List<Item> doctor(Locale language) throws IOException {
    return items(request(DOCTOR, language).GET().build());
  }

  List<Item> sendCard(String account, Locale language) throws IOException {
    String body = JSON.writeValueAsString(Map.of("account", account));
    return items(
        request(DOCTOR + "/cards", language)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, Locale language) {
    return HttpRequest.newBuilder(address.resolve(path + "?language=" + language.getLanguage()))
        .timeout(PATIENCE)
        .header("Authorization", authorization);
  }

  /** Straight to this machine, whatever proxy there is. */
  private static List<Item> items(HttpRequest request) throws IOException {
    try (var http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("The service answered " + answer.statusCode());
      }
      return JSON.readTree(answer.body())
          .get("items")
          .valueStream()
          .map(RunningService::item)
          .toList();
    } catch (JacksonException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Item item(JsonNode json) {
    return new Item(
        json.get("name").asString(),
        State.valueOf(json.get("state").asString().toUpperCase(Locale.ROOT)),
        json.get("words").asString(),
        json.get("whatToDo").asString());
  }
}
