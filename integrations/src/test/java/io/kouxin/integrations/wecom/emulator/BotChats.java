package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an AI bot said at the addresses it was given, and the files that people sent to it. */
final class BotChats {
  /** Below it lie encrypted files. */
  static final String MEDIA = "/aibot/media/";

  private static final Duration ADDRESS = Duration.ofHours(1);
  private static final Duration FILE = Duration.ofMinutes(5);
  private static final int MOST = 20_480;
  private final CorpClock clock;
  private final Map<String, Address> addresses = new ConcurrentHashMap<>();
  private final Map<String, File> files = new ConcurrentHashMap<>();
  private final List<Said> said = new ArrayList<>();

  BotChats(CorpClock clock) {
    this.clock = clock;
  }

  /** Something the bot said; cards in groups are refused. */
  record Said(String chat, JsonObject body) {}

  private record Address(String chat, boolean group, Instant until) {}

  @SuppressWarnings("ArrayRecordComponent") // in tests: no copies
  private record File(byte[] sealed, Instant until) {}

  String address(String chat, boolean group) {
    String code = EmulatorConfig.letters(32);
    addresses.put(code, new Address(chat, group, clock.instant().plus(ADDRESS)));
    return Api.PREFIX + "aibot/response?response_code=" + code;
  }

  /** One answer within an hour; the number of a second one is not known: 40058. */
  Answer respond(ApiCall call) {
    Address address = addresses.remove(call.query("response_code"));
    if (address == null || address.until().isBefore(clock.instant())) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
    Fields body = call.json();
    check(body, address.group());
    synchronized (said) {
      said.add(new Said(address.chat(), body.json()));
    }
    return Answer.ok(Map.of());
  }

  /** What an AI bot may say as a message of its own. */
  static void check(Fields body, boolean group) {
    switch (body.text("msgtype")) {
      case "markdown" -> {
        String words = body.object("markdown").text("content");
        if (words.isEmpty()) {
          throw Errcode.EMPTY_CONTENT.refusal();
        }
        if (words.getBytes(StandardCharsets.UTF_8).length > MOST) {
          throw Errcode.TOO_LONG.refusal();
        }
      }
      case "template_card" -> {
        if (group) {
          throw Errcode.INVALID_MESSAGE_TYPE.refusal();
        }
        CardRules.check(body.object("template_card"));
      }
      default -> throw Errcode.INVALID_MESSAGE_TYPE.refusal();
    }
  }

  List<Said> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  /** The path of a file, sealed with this key for five minutes. */
  String keep(byte[] plain, String key) {
    String path = MEDIA + EmulatorConfig.letters(24);
    byte[] sealed = CallbackCipher.file(plain, Base64.getDecoder().decode(key));
    files.put(path, new File(sealed, clock.instant().plus(FILE)));
    return path;
  }

  Answer file(ApiCall call) {
    File file = files.get(call.path());
    return file == null || file.until().isBefore(clock.instant())
        ? Answer.of(
            403, "application/xml", "<Error>AccessDenied</Error>".getBytes(StandardCharsets.UTF_8))
        : Answer.of(200, "application/octet-stream", file.sealed());
  }
}
