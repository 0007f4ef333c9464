package io.kouxin.integrations.wecom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * {@code message/send}, {@code message/update_template_card} and {@code message/recall} for one
 * person (documents 90236, 94888 and 94867). The JSON is built field by field in one order: WeCom
 * knows a repeat by it.
 */
final class Notes {
  private final WeComApi api;
  private final Repeats repeats;

  Notes(WeComApi api, Clock clock) {
    this.api = api;
    this.repeats = new Repeats(clock);
  }

  /**
   * One message.
   *
   * @param key what makes a repeat a repeat
   * @param type {@code text}, {@code template_card}, {@code image} or {@code file}
   */
  record Note(String key, String type, JsonObject content) {
    static Note text(String key, String words) {
      var content = new JsonObject();
      content.addProperty("content", words);
      return new Note(key, "text", content);
    }
  }

  /** What WeCom answered; refused where it reached nobody, although WeCom calls that well. */
  Answer send(String recipient, Note note) throws ChannelException {
    if (recipient.isBlank() || recipient.contains("|") || recipient.startsWith("@")) {
      throw new ChannelException.Refused("This is not the name of one person: " + recipient);
    }
    var json = new JsonObject();
    json.addProperty("touser", recipient);
    json.addProperty("msgtype", note.type());
    json.addProperty("agentid", api.agentId());
    json.add(note.type(), note.content());
    boolean checked = repeats.check(note.key(), recipient, note.content().toString());
    if (checked) {
      json.addProperty("enable_duplicate_check", 1);
      json.addProperty("duplicate_check_interval", Repeats.interval(note.key()));
    }
    Duration remembered = checked ? Repeats.SURE : Duration.ZERO;
    Answer answer = api.say("/cgi-bin/message/send", json, remembered);
    insistOnReached(recipient, answer);
    return answer;
  }

  private static void insistOnReached(String recipient, Answer answer)
      throws ChannelException.Refused {
    if (answer.names("invaliduser")) {
      throw new ChannelException.Refused(
          recipient + " is not a member, or is outside the application's visible range");
    }
    if (answer.names("unlicenseduser")) {
      throw new ChannelException.Refused(
          recipient + " has no interface licence (接口许可), or it has run out");
    }
  }

  /** Shows a new face of a card; the code is used up, whatever comes of it. */
  Answer update(String recipient, String responseCode, JsonObject face) throws ChannelException {
    var people = new JsonArray();
    people.add(recipient);
    var json = new JsonObject();
    json.add("userids", people);
    json.addProperty("agentid", api.agentId());
    json.addProperty("response_code", responseCode);
    json.add("template_card", face);
    return api.post("/cgi-bin/message/update_template_card", json);
  }

  /**
   * Takes messages back, within 24 hours and in WeCom's own client only (document 94867). Once more
   * does no harm.
   *
   * @param ids each {@code msgid}
   * @return whether all of them are gone; false where there is none
   */
  boolean recall(List<String> ids) throws ChannelException {
    boolean gone = !ids.isEmpty();
    for (String id : ids) {
      var json = new JsonObject();
      json.addProperty("msgid", id);
      Answer answer = api.post("/cgi-bin/message/recall", json);
      if (answer.trouble().map(Trouble.Kind::waits).orElse(false)) {
        throw answer.exception();
      }
      gone &= answer.code() == 0;
    }
    return gone;
  }
}
