package io.kouxin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.bot.store.MovableClock;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Tries to sign in, and where browsers find us. */
class SignInTriesTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T02:30:00Z"));
  private final AdminToken token =
      AdminToken.from(Optional.of("a-token-for-this-test"), Path.of("unused"));
  private final SignInTries tries = new SignInTries(token, clock);

  SignInTriesTest() throws java.io.IOException {}

  private static MockHttpServletRequest with(String name, String value) {
    var request = new MockHttpServletRequest("GET", "/login/wecom/callback");
    request.addHeader("Host", "k.example.com");
    request.setCookies(new Cookie(name, value));
    return request;
  }

  @Test
  void a_try_ends_in_its_browser_with_its_platform_within_ten_minutes() {
    SignInTries.Begun begun = tries.begin("wecom", "/check-in", true);
    assertThat(begun.cookie().isSecure()).isTrue();
    var request = with(SignInTries.COOKIE, begun.cookie().getValue());
    assertThat(tries.end(request, "wecom", begun.state())).hasValue("/check-in");
    assertThat(tries.end(request, "dingtalk", begun.state())).isEmpty();
    assertThat(tries.end(request, "wecom", begun.state() + "x")).isEmpty();
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(tries.end(request, "wecom", begun.state())).isEmpty();
  }

  @Test
  void a_session_is_no_try_and_a_try_no_session() {
    var sessions = new Sessions(token, clock);
    String session = sessions.open("wecom s /me", false).getValue();
    assertThat(tries.end(with(SignInTries.COOKIE, session), "wecom", "s")).isEmpty();
    String begun = tries.begin("ADMIN:x", "/me", false).cookie().getValue();
    assertThat(sessions.holder(with(Sessions.COOKIE, begun))).isEmpty();
  }

  @Test
  void the_address_is_the_setting_or_else_what_the_browser_asked_for() {
    var request = with("a", "b");
    assertThat(PublicAddress.of(" ").of(request, "/me")).hasToString("http://k.example.com/me");
    assertThat(PublicAddress.of("").isSecure(request)).isFalse();
    var set = PublicAddress.of("https://k.example.com/");
    assertThat(set.of(request, "/me")).hasToString("https://k.example.com/me");
    assertThat(set.isSecure(request)).as("a proxy before us ends the encryption").isTrue();
    assertThat(set.hosts()).containsExactly("k.example.com");
    assertThat(PublicAddress.of("https://other.example").isSecure(request)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"k.example.com", "https://k.example.com/kouxin", "ftp://k", "https://a b"})
  void an_address_that_is_none_is_refused_in_words(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublicAddress.of(setting))
        .withMessageContaining("https://kouxin.example.com");
  }
}
