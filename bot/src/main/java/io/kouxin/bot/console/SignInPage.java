package io.kouxin.bot.console;

import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Pages for those whom nobody knows yet, so in both languages, and without a script unless a
 * platform asks by one.
 */
@Component
class SignInPage {
  private final Wording wording;
  private final String frame;

  SignInPage(Wording wording) throws IOException {
    this.wording = wording;
    this.frame =
        new ClassPathResource("sign-in-page.html", SignInPage.class)
            .getContentAsString(StandardCharsets.UTF_8);
  }

  /** Something to tap below a sentence. */
  sealed interface Choice {

    /** A link, said in words of this key. */
    record Link(String key, Map<String, String> values, String address) implements Choice {}

    /** A button that sends hidden fields, said in words of this key. */
    record Button(String key, String address, Map<String, String> hidden) implements Choice {}

    /** Fields that a script fills in and sends. */
    record Silent(String address, Map<String, String> hidden, Map<String, String> data)
        implements Choice {}
  }

  /** A page that says this sentence in both languages. */
  String says(String key, List<Choice> choices) {
    return says(key, Map.of(), choices, List.of());
  }

  /** The same with values, named as the platforms whose names they are, and scripts. */
  String says(String key, Map<String, String> values, List<Choice> choices, List<String> scripts) {
    var body = new StringBuilder();
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      body.append(part(wording.in(language), key, values, choices));
    }
    choices.forEach(choice -> body.append(silent(choice)));
    var heads = new StringBuilder();
    scripts.forEach(address -> heads.append(script(address)));
    return frame.replace("<!--head-->", heads).replace("<!--body-->", body);
  }

  private static String part(
      Sentences say, String key, Map<String, String> values, List<Choice> choices) {
    boolean first = !say.language().getLanguage().equals("en");
    var part = new StringBuilder(first ? "" : "<hr />");
    String tag = first ? "h1" : "h2";
    part.append("<div lang=\"%s\">".formatted(first ? "zh-CN" : "en"));
    part.append("<%s>%s</%s>".formatted(tag, words(say, "login.title", Map.of()), tag));
    part.append("<p>%s</p>".formatted(words(say, key, values)));
    choices.forEach(choice -> part.append(visible(say, choice)));
    return part.append("</div>").toString();
  }

  private static String visible(Sentences say, Choice choice) {
    return switch (choice) {
      case Choice.Link link ->
          "<p><a class=\"way\" href=\"%s\">%s</a></p>"
              .formatted(html(link.address()), words(say, link.key(), link.values()));
      case Choice.Button button ->
          "<form method=\"post\" action=\"%s\">%s<button class=\"way\">%s</button></form>"
              .formatted(
                  html(button.address()),
                  fields(button.hidden()),
                  words(say, button.key(), Map.of()));
      case Choice.Silent silent -> "";
    };
  }

  private static String silent(Choice choice) {
    if (!(choice instanceof Choice.Silent form)) {
      return "";
    }
    var data = new StringBuilder();
    form.data()
        .forEach((name, value) -> data.append(" data-%s=\"%s\"".formatted(name, html(value))));
    return "<form id=\"silent\" method=\"post\" action=\"%s\"%s>%s</form>"
        .formatted(html(form.address()), data, fields(form.hidden()));
  }

  private static String fields(Map<String, String> hidden) {
    var fields = new StringBuilder();
    hidden.forEach(
        (name, value) ->
            fields.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\" />".formatted(name, html(value))));
    return fields.toString();
  }

  private static String script(String address) {
    // A module waits until what stands before it is there.
    String kind = address.startsWith("/") ? " type=\"module\"" : "";
    return "<script%s src=\"%s\"></script>".formatted(kind, html(address));
  }

  /** A value that names a platform is said as people say it. */
  private static String words(Sentences say, String key, Map<String, String> values) {
    var spelled = new java.util.HashMap<String, Object>(values);
    spelled.computeIfPresent("platform", (name, channel) -> say.say("platform." + channel));
    return html(say.say(key, spelled));
  }

  private static String html(String words) {
    return HtmlUtils.htmlEscape(words, "UTF-8");
  }
}
