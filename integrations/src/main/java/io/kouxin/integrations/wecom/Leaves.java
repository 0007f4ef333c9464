package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The innermost texts of an XML document by their path below the root, such as {@code
 * SendLocationInfo/Label}. The same path may occur several times.
 */
final class Leaves {
  private static final int DEPTH = 16;
  private static final int ELEMENTS = 5_000;

  // Making a factory takes longer than parsing. One of the JDK's own makes readers for any thread
  // as long as its settings stay and readers are not reused, which is its default.
  private static final XMLInputFactory READERS = readers();

  private final Map<String, List<String>> texts = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean innermost;
  private int elements;

  private Leaves() {}

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /**
   * Reads UTF-8, whatever the document says of itself. Refuses a DOCTYPE, so that there are no
   * entities but XML's five, and refuses depths and numbers that WeCom never sends.
   */
  static Leaves read(byte[] xml) throws RefusedException {
    var leaves = new Leaves();
    try {
      // Given bytes, the JDK's parser prints what is no UTF-8 to the console.
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
      XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        leaves.take(reader.next(), reader);
      }
      reader.close();
      return leaves;
    } catch (CharacterCodingException | XMLStreamException | RuntimeException e) {
      // Strangers write here, and the JDK's parser answers some nonsense by RuntimeExceptions.
      throw new RefusedException(Refusal.XML);
    }
  }

  private void take(int event, XMLStreamReader reader) throws RefusedException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> open(reader.getLocalName());
      case XMLStreamConstants.END_ELEMENT -> close();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new RefusedException(Refusal.XML, "DOCTYPE");
      default -> {}
    }
  }

  private void open(String name) throws RefusedException {
    elements++;
    if (elements > ELEMENTS || path.size() >= DEPTH) {
      throw new RefusedException(Refusal.XML, "too many elements");
    }
    path.push(path.size() < 2 ? name : path.element() + "/" + name);
    text.setLength(0);
    innermost = true;
  }

  private void close() {
    String name = path.pop();
    if (innermost && !path.isEmpty()) {
      texts.computeIfAbsent(name, key -> new ArrayList<>(1)).add(text.toString());
    }
    innermost = false;
  }

  /** Every text at this path, as written. */
  List<String> all(String at) {
    return texts.getOrDefault(at, List.of());
  }

  /** The first text at this path as written, possibly without a character. */
  Optional<String> text(String at) {
    return all(at).stream().findFirst();
  }

  /** The first text at this path without the space around it, if anything is left. */
  Optional<String> word(String at) {
    return text(at).map(String::strip).filter(word -> !word.isEmpty());
  }

  /** The number at this path, if there is one of at most this size. */
  Optional<Double> number(String at, double most) {
    try {
      return word(at).map(Double::valueOf).filter(value -> Math.abs(value) <= most);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
