package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import io.kouxin.integrations.channel.Pieces;
import io.kouxin.integrations.wecom.Notes.Note;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What we say through a self-built application of WeCom. A card's handle is its {@code
 * response_code}, good for one change within 72 hours; that of words and files is the {@code
 * msgid}. Each message's {@code msgid} is the receipt that takes it back.
 */
public final class WeComChannel implements Channel {
  /**
   * What WeCom takes: the advisory lengths of its template cards (title 26, description 30,
   * sub-title 112, button 10 characters), its counts (6 rows, 6 buttons, 20 options, corner menu of
   * 3) and the 2048 bytes of a text. Row lengths are what fits one line of a phone.
   */
  public static final Limits LIMITS =
      new Limits(26, 30, 112, 6, 5, 26, 20, 6, 10, 3, 2048, true, true);

  /**
   * Below what one person may be sent, 30 in a minute and 1000 in an hour (document 90454): WeCom
   * drops the rest without a word.
   */
  public static final Pace PACE = new Pace(25, 900);

  private static final Logger LOG = LoggerFactory.getLogger(WeComChannel.class);
  private static final String ID = "msgid";
  private final Notes notes;
  private final Files files;
  private final Fetching fetching;
  private final Optional<URI> page;

  /** Through this API. */
  public WeComChannel(WeComApi api, Clock clock) {
    this(api, clock, Optional.empty());
  }

  /**
   * Through this API.
   *
   * @param page what a card opens that only informs; without one it is said in words
   */
  public WeComChannel(WeComApi api, Clock clock, Optional<URI> page) {
    this.page = page;
    this.notes = new Notes(api, clock);
    this.files = new Files(api, clock);
    this.fetching = new Fetching(api);
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public int parts(Outbound message) {
    int words = Pieces.of(Sayable.of(message.text()), LIMITS.textBytes()).size();
    return switch (message) {
      case Outbound.Reply reply -> words;
      case Outbound.Sheet sheet -> parts(sheet.card(), words);
      case Outbound.Push push -> push.card().map(card -> parts(card, words)).orElse(words);
      case Outbound.Change change ->
          change.handle().filter(handle -> !handle.isBlank()).isPresent() ? 0 : words;
      case Outbound.Recall recall -> words;
      case Outbound.FileDelivery file -> words + 1;
    };
  }

  private static int parts(Card card, int words) {
    boolean both = !card.options().isEmpty() && !card.rows().isEmpty();
    return both ? words + 1 : Math.max(1, words);
  }

  /** By {@code enable_duplicate_check}. */
  @Override
  public Duration remembers(Outbound message) {
    return Repeats.SURE;
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    return switch (message) {
      case Outbound.Reply reply -> said(recipient, reply.key(), reply.text());
      case Outbound.Sheet sheet -> card(recipient, sheet.key(), sheet.card(), sheet.text());
      case Outbound.Push push when push.card().isPresent() ->
          card(recipient, push.key(), push.card().get(), push.text());
      case Outbound.Push push -> said(recipient, push.key(), push.text());
      case Outbound.Change change -> change(recipient, change);
      case Outbound.FileDelivery file -> file(recipient, file);
      case Outbound.Recall recall -> recall(recipient, recall);
    };
  }

  private Delivered said(String recipient, String key, String text) throws ChannelException {
    if (text.isBlank()) {
      throw new ChannelException.Refused("There are no words in this message");
    }
    List<String> ids = words(recipient, key, text);
    return Delivered.of(ids.isEmpty() ? "" : ids.getLast(), ids);
  }

  /**
   * Sent one after the other; where one does not arrive, a repeat skips those that did.
   *
   * @return each {@code msgid}
   */
  private List<String> words(String recipient, String key, String text) throws ChannelException {
    List<String> ids = new ArrayList<>();
    int number = 0;
    for (String piece : Pieces.of(Sayable.of(text), LIMITS.textBytes())) {
      String pieceKey = key + '#' + number++;
      if (!piece.isBlank()) {
        Answer answer = notes.send(recipient, Note.text(pieceKey, piece));
        answer.orThrow();
        ids.add(answer.words(ID));
      }
    }
    return ids;
  }

  private Delivered card(String recipient, String key, Card card, String text)
      throws ChannelException {
    Optional<JsonObject> sheet =
        TemplateCard.sheet(key, card, text, LIMITS)
            .or(() -> page.flatMap(where -> TemplateCard.notice(card, text, LIMITS, where)));
    if (sheet.isEmpty()) {
      return Delivered.of("", words(recipient, key, text));
    }
    List<String> ids = new ArrayList<>();
    if (!card.options().isEmpty() && !card.rows().isEmpty()) {
      ids.addAll(words(recipient, key, text));
    }
    Answer answer = notes.send(recipient, new Note(key, "template_card", sheet.get()));
    if (wordsMayDo(answer)) {
      LOG.warn("A card went as words instead: {}", answer.exception().getMessage());
      return Delivered.of("", words(recipient, key, text));
    }
    answer.orThrow();
    ids.add(answer.words(ID));
    return Delivered.of(answer.words("response_code"), ids);
  }

  /** WeCom minds the card, or something we never heard of: plain words may still arrive. */
  private static boolean wordsMayDo(Answer answer) {
    return answer.code() != 0
        && answer.trouble().map(kind -> kind == Trouble.Kind.CONTENT).orElse(true);
  }

  private Delivered change(String recipient, Outbound.Change change) throws ChannelException {
    if (!shown(recipient, change) && !change.text().isBlank()) {
      return Delivered.of("", words(recipient, change.key(), change.text()));
    }
    return Delivered.SILENTLY;
  }

  /** Whether the card shows its new face; a code that was used or has run out cannot. */
  private boolean shown(String recipient, Outbound.Change change) throws ChannelException {
    Optional<JsonObject> face = TemplateCard.face(change.face(), change.text(), LIMITS);
    Optional<String> code = change.handle().filter(handle -> !handle.isBlank());
    if (face.isEmpty() || code.isEmpty()) {
      return false;
    }
    Answer answer = notes.update(recipient, code.get(), face.get());
    if (answer.trouble().map(Trouble.Kind::waits).orElse(false)) {
      throw answer.exception();
    }
    return answer.code() == 0 && !answer.names("invaliduser");
  }

  private Delivered recall(String recipient, Outbound.Recall recall) throws ChannelException {
    return notes.recall(recall.receipts())
        ? Delivered.SILENTLY
        : said(recipient, recall.key(), recall.text());
  }

  /** The file goes up first: where WeCom does not take it, no words announce it. */
  private Delivered file(String recipient, Outbound.FileDelivery file) throws ChannelException {
    Files.Up up = files.up(file);
    List<String> ids = new ArrayList<>(words(recipient, file.key(), file.text()));
    Answer answer = notes.send(recipient, note(file, up));
    if (answer.code() == Trouble.MEDIA_GONE.code()) {
      files.forget(up);
      answer = notes.send(recipient, note(file, files.up(file)));
    }
    answer.orThrow();
    ids.add(answer.words(ID));
    return Delivered.of(answer.words(ID), ids);
  }

  private static Note note(Outbound.FileDelivery file, Files.Up up) {
    var content = new JsonObject();
    content.addProperty("media_id", up.mediaId());
    return new Note(file.key(), up.type(), content);
  }

  @Override
  public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    return fetching.all(media.reference(), atMost);
  }
}
