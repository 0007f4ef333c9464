package io.kouxin.integrations.wecom.emulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What an application answers in the body of the callback itself (page 90241). */
final class PassiveReply {
  private PassiveReply() {}

  /** The plain XML; nothing if it is no sealed reply or its signature is wrong. */
  static Optional<String> read(byte[] body, CallbackCipher cipher) {
    return parse(body)
        .flatMap(
            reply -> {
              String sealed = text(reply, "Encrypt");
              String signature =
                  cipher.sign(text(reply, "TimeStamp"), text(reply, "Nonce"), sealed);
              return signature.equals(text(reply, "MsgSignature"))
                  ? Optional.of(cipher.decrypt(sealed))
                  : Optional.empty();
            });
  }

  /** What the tapped button is replaced by, if the reply says so. */
  static Optional<String> greyed(byte[] plain) {
    return parse(plain)
        .filter(reply -> text(reply, "MsgType").equals("update_button"))
        .map(reply -> text(reply, "ReplaceName"));
  }

  private static Optional<Document> parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return Optional.of(builder.parse(new ByteArrayInputStream(xml)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return Optional.empty();
    }
  }

  private static String text(Document xml, String name) {
    NodeList found = xml.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
