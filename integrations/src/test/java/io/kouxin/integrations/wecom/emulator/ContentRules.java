package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the platform refuses, and what it cuts without a word (pages 90236 and 96213). */
final class ContentRules {
  private static final int LONGEST_TEXT = 2048;
  private final EmulatedCorp corp;

  ContentRules(EmulatedCorp corp) {
    this.corp = corp;
  }

  /** What will stand in the chat. */
  Content accepted(Fields request) {
    String type = request.text("msgtype");
    Fields body = request.object(type);
    return switch (type) {
      case "text" -> new Content(type, cutText(body));
      case "markdown" -> new Content(type, checkedMarkdown(body));
      case "image", "voice", "video", "file" -> new Content(type, checkedMedia(body));
      case "textcard" -> new Content(type, filled(body, List.of("title", "description", "url")));
      case "news", "mpnews" -> new Content(type, checkedArticles(body));
      case "template_card" -> new Content(type, checkedCard(body));
      default -> throw Errcode.INVALID_MESSAGE_TYPE.refusal();
    };
  }

  private static JsonObject cutText(Fields body) {
    filled(body, List.of("content"));
    JsonObject shown = body.json().deepCopy();
    shown.addProperty("content", cut(body.text("content")));
    return shown;
  }

  private static JsonObject checkedMarkdown(Fields body) {
    filled(body, List.of("content"));
    if (bytes(body.text("content")) > LONGEST_TEXT) {
      throw Errcode.TOO_LONG.refusal();
    }
    return body.json();
  }

  private JsonObject checkedMedia(Fields body) {
    corp.media().find(body.text("media_id")).orElseThrow(Errcode.INVALID_MEDIA_ID::refusal);
    return body.json();
  }

  private static JsonObject checkedArticles(Fields body) {
    List<Fields> articles = body.objects("articles");
    if (articles.isEmpty() || articles.size() > 8) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
    if (articles.stream().anyMatch(each -> each.text("title").isEmpty())) {
      throw Errcode.MISSING_TITLE.refusal();
    }
    return body.json();
  }

  private JsonObject checkedCard(Fields body) {
    CardRules.check(body);
    if (body.text("card_type").endsWith("_interaction") && corp.callback().isEmpty()) {
      throw Errcode.NO_CALLBACK.refusal();
    }
    return body.json();
  }

  private static JsonObject filled(Fields body, List<String> names) {
    for (String name : names) {
      if (body.text(name).isEmpty()) {
        throw (name.equals("title") ? Errcode.MISSING_TITLE : Errcode.EMPTY_CONTENT).refusal();
      }
    }
    return body.json();
  }

  /** The longest beginning of whole characters within 2048 bytes. */
  private static String cut(String content) {
    ByteBuffer room = ByteBuffer.allocate(LONGEST_TEXT);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(content), room, true);
    return new String(room.array(), 0, room.position(), StandardCharsets.UTF_8);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
