package io.kouxin.integrations.dingtalk.emulator;

import com.github.tomakehurst.wiremock.http.Request;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One request as it came. */
record ApiCall(Request request) {
  /** Where the new kind of paths begin; they have their own manner of refusing. */
  static final String NEW_KIND = "/v1.0/";

  /** Without the query. */
  String path() {
    String url = request.getUrl();
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  boolean isNewKind() {
    return path().startsWith(NEW_KIND);
  }

  /** The part of the path at this place, counted from 0. */
  String segment(int place) {
    return path().substring(1).split("/")[place];
  }

  /** An empty text when it is not there. */
  String query(String name) {
    String url = request.getUrl();
    return parameter(url.substring(url.indexOf('?') + 1), name).orElse("");
  }

  /** An empty text when it is not there. */
  String header(String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  String method() {
    return request.getMethod().getName();
  }

  int size() {
    return request.getBody().length;
  }

  /** The body, which must be a JSON object. */
  Fields json() {
    try {
      JsonElement body = JsonParser.parseString(request.getBodyAsString());
      if (body.isJsonObject()) {
        return new Fields(body.getAsJsonObject());
      }
    } catch (JsonParseException e) {
      throw noJson();
    }
    throw noJson();
  }

  /** The body of an old path, which may be a form as well; a form's JSON texts become objects. */
  Fields jsonOrForm() {
    if (!header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
      return json();
    }
    JsonObject form = new JsonObject();
    for (String pair : request.getBodyAsString().split("&")) {
      String name = pair.split("=", 2)[0];
      String value = parameter(pair, name).orElse("");
      form.add(name, value.startsWith("{") ? parsed(value) : JsonParser.parseString(quoted(value)));
    }
    return new Fields(form);
  }

  private Refused noJson() {
    return isNewKind()
        ? Refused.bad("invalidParameter.body", "请求体不是合法的JSON")
        : Refused.old(40035, "不合法的参数");
  }

  private JsonElement parsed(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw noJson();
    }
  }

  private static String quoted(String value) {
    return new com.google.gson.Gson().toJson(value);
  }

  private static Optional<String> parameter(String query, String name) {
    return Arrays.stream(query.split("&"))
        .filter(each -> each.startsWith(name + "="))
        .map(each -> URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }
}
