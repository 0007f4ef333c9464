package io.kouxin.integrations.wecom.emulator;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

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
    QueryParameter parameter = request.queryParameter(name);
    return parameter.isPresent() ? parameter.firstValue() : "";
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
