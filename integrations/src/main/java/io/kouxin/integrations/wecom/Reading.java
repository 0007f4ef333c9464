package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The XML that WeCom sealed, as something a person did. */
final class Reading {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  /** What WeCom writes as the sender where nobody is; some events leave even that out. */
  private static final String NOBODY = "sys";

  private final String agentId;

  Reading(String agentId) {
    this.agentId = agentId;
  }

  Inbound read(byte[] xml) throws RefusedException {
    Leaves leaves = Leaves.read(readable(xml));
    String type = required(leaves, "MsgType");
    Inbound.Envelope envelope = envelope(xml, leaves);
    Inbound inbound =
        type.equals("event")
            ? Events.of(required(leaves, "Event"), leaves, envelope)
            : Messages.of(type, leaves, envelope);
    if (!(inbound instanceof Inbound.Notice || inbound instanceof Inbound.Reorganised)) {
      required(leaves, "FromUserName");
      ours(leaves);
    }
    return inbound;
  }

  /**
   * Whoever writes to another application must not be answered by ours: two of them then share
   * address, token and key by mistake. A message without a number passes, and so does a notice:
   * changes of contacts carry none, approvals that of a built-in application, and nobody is
   * answered.
   */
  private void ours(Leaves leaves) throws RefusedException {
    if (leaves.word("AgentID").filter(id -> !id.equals(agentId)).isPresent()) {
      throw new RefusedException(Refusal.APPLICATION);
    }
  }

  private static Inbound.Envelope envelope(byte[] xml, Leaves leaves) throws RefusedException {
    String seconds = required(leaves, "CreateTime");
    if (!SECONDS.matcher(seconds).matches()) {
      throw new RefusedException(Refusal.FIELD, "CreateTime");
    }
    // User ids do not know case, and WeCom itself spells one in several ways (document 96255):
    // in lower case the same person is the same sender.
    String sender = leaves.word("FromUserName").orElse(NOBODY).toLowerCase(Locale.ROOT);
    return new Inbound.Envelope(
        leaves.word("MsgId").orElseGet(() -> digest(xml)),
        WeCom.NAME,
        sender,
        sender,
        Instant.ofEpochSecond(Long.parseLong(seconds)));
  }

  private static String required(Leaves leaves, String field) throws RefusedException {
    Optional<String> word = leaves.word(field);
    return word.orElseThrow(() -> new RefusedException(Refusal.FIELD, field));
  }

  /**
   * An id for an event, which has none: 128 bits of its SHA-256. WeCom advises sender and second,
   * but a person may tap two cards within one.
   */
  private static String digest(byte[] xml) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(xml);
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  /**
   * Control characters that people's keyboards send and XML does not allow, as spaces: a note must
   * not be lost over one.
   */
  private static byte[] readable(byte[] xml) {
    byte[] copy = xml.clone();
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] >= 0 && copy[i] < ' ' && copy[i] != '\n' && copy[i] != '\t' && copy[i] != '\r') {
        copy[i] = ' ';
      }
    }
    return copy;
  }
}
