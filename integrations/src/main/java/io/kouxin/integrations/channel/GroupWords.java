package io.kouxin.integrations.channel;

import java.util.List;

/** What a group's robot says of a message: words alone, in pieces. */
public final class GroupWords {
  private GroupWords() {}

  /** The words; empty for a change that says nothing. */
  public static String of(Outbound message) throws ChannelException.Refused {
    if (message instanceof Outbound.FileDelivery) {
      throw new ChannelException.Refused("A group's robot takes no files of ours");
    }
    if (message.text().isBlank() && !(message instanceof Outbound.Change)) {
      throw new ChannelException.Refused("There are no words in this message");
    }
    return message.text().strip();
  }

  /** How many messages that becomes. */
  public static int parts(Outbound message, int most) {
    return pieces(message.text(), most).size();
  }

  /** The pieces that are not blank. */
  public static List<String> pieces(String words, int most) {
    return Pieces.of(words, most).stream().filter(piece -> !piece.isBlank()).toList();
  }
}
