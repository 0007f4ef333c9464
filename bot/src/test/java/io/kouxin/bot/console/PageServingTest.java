package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ConsoleServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageServingTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void start() {
    browser = Browser.at(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/sandbox/people", "/api/v1/nothing", "/css/chat.css"})
  void sends_its_security_headers_with_everything(String path) throws Exception {
    var headers = browser.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void shows_the_sandbox_at_the_root() throws Exception {
    var page = browser.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<script type=\"module\" src=\"/js/main.js\">");
  }

  @Test
  void knows_a_file_by_its_content_and_not_by_its_date() throws Exception {
    var script = browser.get("/js/main.js");
    assertThat(script.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(script.headers().firstValue("Cache-Control")).contains("no-cache");
    String etag = script.headers().firstValue("ETag").orElseThrow();
    assertThat(browser.get("/js/main.js", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(browser.get("/js/main.js", "If-None-Match", "\"old\"").statusCode()).isEqualTo(200);
  }

  @Test
  void describes_its_api() throws Exception {
    var description = browser.json("/v3/api-docs");
    assertThat(description.at("/info/title").asString()).isEqualTo("Kouxin");
    assertThat(description.at("/paths").propertyNames())
        .contains("/api/v1/sandbox/messages", "/api/v1/sandbox/actions", "/api/v1/models");
    assertThat(description.at("/components/schemas/Person/properties").propertyNames())
        .contains("id", "name", "role", "language", "leader");
    assertThat(browser.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
  }

  @Test
  void speaks_chinese_and_english_and_says_so_otherwise() throws Exception {
    assertThat(browser.json("/api/v1/wording").at("/page.title").asString()).contains("口信");
    assertThat(browser.json("/api/v1/wording?language=en").at("/page.title").asString())
        .contains("Kouxin");
    assertThat(browser.get("/api/v1/wording?language=fr").statusCode()).isEqualTo(400);
  }
}
