package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Webhook;
import java.util.HashMap;
import java.util.Map;

/** A request as WeCom makes it. */
record Request(Map<String, String> query, byte[] body) {
  static final long NOW = 1_760_000_000;
  static final String CORP = "ww1a2b3c4d5e6f7890";
  static final Reception RECEPTION =
      new Reception(CORP, "1000002", "spT0ken9XyZ", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
  static final Seal SEAL = new Seal(RECEPTION.token(), RECEPTION.aesKey(), CORP);

  /** The message sealed for us, now. */
  static Request of(String xml) {
    return sealed(SEAL, NOW, xml);
  }

  static Request sealed(Seal seal, long second, String message) {
    return signed(seal, second, seal.seal(message.getBytes(UTF_8)));
  }

  /** Any text under a good signature. */
  static Request signed(Seal seal, long second, String encrypt) {
    return signed(seal, Long.toString(second), "1372623149", encrypt);
  }

  static Request signed(Seal seal, String timestamp, String nonce, String encrypt) {
    String signature = seal.signature(timestamp, nonce, encrypt);
    return new Request(
        Map.of("msg_signature", signature, "timestamp", timestamp, "nonce", nonce),
        envelope(encrypt));
  }

  static byte[] envelope(String encrypt) {
    return ("<xml><ToUserName><![CDATA[ww1a2b3c4d5e6f7890]]></ToUserName>"
            + "<AgentID><![CDATA[1000002]]></AgentID>"
            + "<Encrypt><![CDATA["
            + encrypt
            + "]]></Encrypt></xml>")
        .getBytes(UTF_8);
  }

  /** A message of Zhang San with these fields. */
  static String message(String fields) {
    return "<xml><ToUserName><![CDATA[ww1a2b3c4d5e6f7890]]></ToUserName>"
        + "<FromUserName><![CDATA[ZhangSan]]></FromUserName><CreateTime>1760000000</CreateTime>"
        + fields
        + "<AgentID>1000002</AgentID></xml>";
  }

  Webhook.Visit visit() {
    return new Webhook.Visit(query, Map.of(), body);
  }

  Request with(String parameter, String value) {
    Map<String, String> changed = new HashMap<>(query);
    changed.put(parameter, value);
    return new Request(changed, body);
  }

  Request without(String parameter) {
    Map<String, String> changed = new HashMap<>(query);
    changed.remove(parameter);
    return new Request(changed, body);
  }
}
