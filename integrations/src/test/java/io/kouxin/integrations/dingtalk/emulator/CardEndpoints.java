package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Interactive cards (KB:create-and-deliver-cards). */
final class CardEndpoints {
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_PIECE = 1024;
  private static final String TO_PERSON = "dtv1.card//IM_ROBOT.";
  private static final String TO_GROUP = "dtv1.card//IM_GROUP.";
  private final Company company;

  CardEndpoints(Company company) {
    this.company = company;
  }

  Answer createAndDeliver(ApiCall call) {
    Fields request = call.json();
    checkSpace(request.text("openSpaceId"));
    make(request);
    return delivered(request);
  }

  Answer create(ApiCall call) {
    Fields request = call.json();
    make(request);
    return success(request.text("outTrackId"));
  }

  Answer deliver(ApiCall call) {
    Fields request = call.json();
    card(request);
    checkSpace(request.text("openSpaceId"));
    return delivered(request);
  }

  private void make(Fields request) {
    String template = request.text("cardTemplateId");
    String id = request.text("outTrackId");
    if (template.isEmpty() || id.isEmpty()) {
      throw Refused.bad("param.error", "缺少参数");
    }
    if (company.cards().isUnknown(template)) {
      throw Refused.bad("param.templateNotExist", "卡片模板不存在");
    }
    if (company.cards().isUnpublished(template)) {
      throw Refused.bad("param.templateUnpublished", "卡片模板未发布");
    }
    Cards.Shown card =
        new Cards.Shown(
            template,
            params(request),
            request.text("callbackType"),
            request.text("callbackRouteKey"));
    if (!company.cards().create(id, card)) {
      throw Refused.bad("param.cardAlreadyExist", "卡片已存在");
    }
  }

  private static void checkSpace(String space) {
    if (!space.startsWith(TO_PERSON) && !space.startsWith(TO_GROUP)) {
      throw Refused.bad("param.openSpaceIdInvalid", "openSpaceId不合法");
    }
  }

  /** Values are texts of at most 1 KB: numbers and lists have to be written as such. */
  private static Map<String, String> params(Fields request) {
    Fields given = request.object("cardData").object("cardParamMap");
    Map<String, String> params = new LinkedHashMap<>();
    given
        .json()
        .asMap()
        .forEach(
            (key, value) -> {
              boolean text = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
              if (!text || isLong(key, LONGEST_KEY) || isLong(value.getAsString(), LONGEST_PIECE)) {
                throw Refused.bad("param.cardParamMap.invalid", "卡片变量不合法");
              }
              params.put(key, value.getAsString());
            });
    return params;
  }

  private static boolean isLong(String text, int most) {
    return text.getBytes(StandardCharsets.UTF_8).length > most;
  }

  private Answer delivered(Fields request) {
    String space = request.text("openSpaceId");
    String id = request.text("outTrackId");
    Optional<Receipt> receipt = receipt(space);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("spaceType", space.startsWith(TO_GROUP) ? "IM_GROUP" : "IM_ROBOT");
    result.put("spaceId", space.substring(TO_GROUP.length()));
    result.put("success", receipt.isPresent());
    if (receipt.isPresent()) {
      result.put("carrierId", EmulatorConfig.letters(20));
      company.keep(id, Route.CARD, content(card(request)), receipt.get());
    } else {
      result.put("errorMsg", "param.userIdNotExist");
    }
    return Answer.ok(
        Map.of(
            "success",
            true,
            "result",
            Map.of("outTrackId", id, "deliverResults", List.of(result))));
  }

  private Optional<Receipt> receipt(String space) {
    String target = space.substring(TO_GROUP.length());
    if (space.startsWith(TO_GROUP)) {
      return company
          .groups()
          .find(target)
          .filter(each -> !each.disbanded())
          .map(group -> Receipt.in(group.id(), group.members()));
    }
    return company
        .people()
        .find(target)
        .filter(person -> !company.faults().isInvalid(target))
        .map(person -> Receipt.in("", List.of(target)));
  }

  private static Content content(Cards.Shown card) {
    JsonObject body = new JsonObject();
    card.params().forEach(body::addProperty);
    String shown =
        card.params().entrySet().stream()
            .filter(each -> !each.getKey().equals(CardButtons.OBJECTS))
            .map(Map.Entry::getValue)
            .filter(value -> !value.isBlank())
            .collect(Collectors.joining("\n\n"));
    return new Content("card", card.template(), shown, body);
  }

  private Cards.Shown card(Fields request) {
    return company
        .cards()
        .find(request.text("outTrackId"))
        .orElseThrow(() -> Refused.bad("param.cardNotExist", "卡片不存在"));
  }

  Answer update(ApiCall call) {
    Fields request = call.json();
    boolean byKey = request.object("cardUpdateOptions").text("updateCardDataByKey").equals("true");
    show(request, card(request).with(params(request), byKey));
    return Answer.ok(Map.of("success", true, "result", true));
  }

  Answer stream(ApiCall call) {
    Fields request = call.json();
    Cards.Shown card = card(request);
    String piece = request.text("content");
    String key = request.text("key");
    if (key.isEmpty() || isLong(piece, LONGEST_PIECE)) {
      throw Refused.bad("param.stream.content", "流式内容不合法");
    }
    String before =
        request.text("isFull").equals("true") ? "" : card.params().getOrDefault(key, "");
    show(request, card.with(Map.of(key, before + piece), true));
    return Answer.ok(Map.of("success", true, "result", true));
  }

  private void show(Fields request, Cards.Shown now) {
    String id = request.text("outTrackId");
    company.cards().change(id, now);
    company.messages().change(id, sent -> sent.saying(content(now)));
  }

  Answer register(ApiCall call) {
    Fields request = call.json();
    String key = request.text("callbackRouteKey");
    String url = request.text("callbackUrl");
    if (key.isEmpty() || !url.startsWith("http")) {
      throw Refused.bad("param.error", "缺少参数");
    }
    String secret =
        request.text("apiSecret").isEmpty()
            ? EmulatorConfig.letters(24)
            : request.text("apiSecret");
    boolean force = request.text("forceUpdate").equals("true");
    if (!company.cards().register(key, new Cards.Address(URI.create(url), secret), force)) {
      throw Refused.modern(500, "param.callbackRouteKeyExist", "callbackRouteKey已存在");
    }
    return Answer.ok(
        Map.of("success", true, "result", Map.of("callbackUrl", url, "apiSecret", secret)));
  }

  private static Answer success(String result) {
    return Answer.ok(Map.of("success", true, "result", result));
  }
}
