package io.kouxin.integrations.wecom.emulator;

import com.github.tomakehurst.wiremock.http.Request;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One request as it came. */
record ApiCall(Request request) {
  /** Without the query. */
  String path() {
    String url = request.getUrl();
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** An empty text when it is not there. */
  String query(String name) {
    // WireMock's own reader tries each value as a date, with an exception, which costs under load.
    String url = request.getUrl();
    return Arrays.stream(url.substring(url.indexOf('?') + 1).split("&"))
        .filter(each -> each.startsWith(name + "="))
        .map(each -> URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  String method() {
    return request.getMethod().getName();
  }

  /** The body, which must be a JSON object (47001). */
  Fields json() {
    try {
      JsonElement body = JsonParser.parseString(request.getBodyAsString());
      if (body.isJsonObject()) {
        return new Fields(body.getAsJsonObject());
      }
    } catch (JsonParseException e) {
      throw Errcode.INVALID_JSON.refusal();
    }
    throw Errcode.INVALID_JSON.refusal();
  }
}
