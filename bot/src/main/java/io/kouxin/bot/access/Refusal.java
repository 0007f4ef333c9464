package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** How the door says no: a page to people, an RFC 9457 problem detail to programs. */
enum Refusal {
  UNKNOWN(
      HttpStatus.UNAUTHORIZED,
      "Send the administrator's token as 'Authorization: Bearer <token>', or open the link that"
          + " the service printed when it started."),
  FOREIGN_HOST(
      HttpStatus.MISDIRECTED_REQUEST,
      "This name is not one of ours. Add it to kouxin.access.hosts (KOUXIN_ACCESS_HOSTS) if it"
          + " should be."),
  FOREIGN_PAGE(HttpStatus.FORBIDDEN, "A page of another site may not change anything here.");

  private final HttpStatus status;
  private final String detail;

  Refusal(HttpStatus status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (this == UNKNOWN) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (this == UNKNOWN && isForPeople(request)) {
      sendPage(request, response);
    } else {
      write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem());
    }
  }

  private static boolean isForPeople(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/")
        && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).stream()
            .anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE));
  }

  private static void sendPage(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (CrossSite.led(request)) {
      // A strict cookie stays at home when another site's link leads here: ask again ourselves.
      response.setHeader("Refresh", "0");
    }
    var page = new ClassPathResource("sign-in.html", Refusal.class);
    write(response, MediaType.TEXT_HTML_VALUE, page.getContentAsString(StandardCharsets.UTF_8));
  }

  // Every word here is ours, none from the request: nothing needs escaping.
  private String problem() {
    return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}"""
        .formatted(status.getReasonPhrase(), status.value(), detail);
  }

  private static void write(HttpServletResponse response, String type, String body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getWriter().write(body);
  }
}
