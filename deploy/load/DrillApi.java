import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service, with its token, or an emulator, without one, over HTTP. */
record DrillApi(URI home, String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  String get(String path) throws Exception {
    return send(to(path).GET());
  }

  String post(String path, String json) throws Exception {
    return send(to(path).POST(BodyPublishers.ofString(json)));
  }

  void put(String path, String json) throws Exception {
    send(to(path).PUT(BodyPublishers.ofString(json)));
  }

  void delete(String path) throws Exception {
    send(to(path).DELETE());
  }

  /** A figure of {@code /actuator/prometheus}; -1 if it is not there. */
  static long gauge(String metrics, String name) {
    Matcher found =
        Pattern.compile("(?m)^" + name + "(?:\\{[^}]*\\})? ([0-9.E]+)$").matcher(metrics);
    return found.find() ? Math.round(Double.parseDouble(found.group(1))) : -1;
  }

  private HttpRequest.Builder to(String path) {
    var request =
        HttpRequest.newBuilder(home.resolve(path)).header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    var response = HTTP.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(response.uri() + ": " + response.statusCode() + response.body());
    }
    return response.body();
  }
}
