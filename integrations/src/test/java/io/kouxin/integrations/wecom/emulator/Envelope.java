package io.kouxin.integrations.wecom.emulator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A sealed callback, ready for the wire.
 *
 * @param sealed Base64
 */
record Envelope(String signature, String timestamp, String nonce, String sealed) {
  /** The address with the three parameters, and for a verification the fourth. */
  URI at(URI callback, boolean verification) {
    String query =
        "msg_signature="
            + encoded(signature)
            + "&timestamp="
            + encoded(timestamp)
            + "&nonce="
            + encoded(nonce)
            + (verification ? "&echostr=" + encoded(sealed) : "");
    String joint = callback.getRawQuery() == null ? "?" : "&";
    return URI.create(callback + joint + query);
  }

  String body(EmulatorConfig.App app) {
    return "<xml>"
        + CallbackXml.element("ToUserName", app.corpId())
        + CallbackXml.element("AgentID", String.valueOf(app.agentId()))
        + CallbackXml.element("Encrypt", sealed)
        + "</xml>";
  }

  /** As an AI bot gets it. */
  String json() {
    return "{\"encrypt\":\"" + sealed + "\"}";
  }

  Envelope signed(String other) {
    return new Envelope(other, timestamp, nonce, sealed);
  }

  Envelope sealed(String other) {
    return new Envelope(signature, timestamp, nonce, other);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
