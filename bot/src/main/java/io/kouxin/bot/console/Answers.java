package io.kouxin.bot.console;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** What the answers to browsers have in common that are pages and not data. */
final class Answers {
  private Answers() {}

  /** A page, which nobody keeps. */
  static ResponseEntity<String> page(HttpStatus status, String html) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        // With none at all, older browsers do not say that our own form comes from us.
        .header("Referrer-Policy", "same-origin")
        .body(html);
  }

  static ResponseEntity<String> lead(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  static ResponseEntity<String> with(ResponseEntity<String> answer, ResponseCookie cookie) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .body(answer.getBody());
  }

  /** On which scripts of a platform may run. */
  static ResponseEntity<String> with(ResponseEntity<String> answer, List<URI> scripts) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(SecurityHeaders.POLICY, SecurityHeaders.policy(scripts))
        .body(answer.getBody());
  }
}
