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

/**
 * How the door says no: a page to people, an RFC 9457 problem detail to programs.
 *
 * @param detail words of ours, none from the request: nothing in it needs escaping
 * @param missing the scope that would have opened the door
 */
record Refusal(HttpStatus status, String detail, Optional<Scope> missing) {
  static final Refusal UNKNOWN =
      new Refusal(
          HttpStatus.UNAUTHORIZED,
          "Send a token that is valid as 'Authorization: Bearer <token>', or sign in with a link"
              + " from the service.");
  static final Refusal FOREIGN_HOST =
      new Refusal(
          HttpStatus.MISDIRECTED_REQUEST,
          "This name is not one of ours. Add it to kouxin.access.hosts (KOUXIN_ACCESS_HOSTS) if it"
              + " should be.");
  static final Refusal FOREIGN_PAGE =
      new Refusal(HttpStatus.FORBIDDEN, "A page of another site may not change anything here.");
  static final Refusal ADMINISTRATORS_ONLY =
      new Refusal(HttpStatus.FORBIDDEN, "This is for administrators.");
  static final Refusal MANAGERS_ONLY =
      new Refusal(HttpStatus.FORBIDDEN, "This is for managers and administrators.");
  static final Refusal STORE_AWAY =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE, "Who may come in cannot be read right now. Try again.");

  private Refusal(HttpStatus status, String detail) {
    this(status, detail, Optional.empty());
  }

  /** A program's token lacks this scope. */
  static Refusal lacks(Scope scope) {
    String detail = "This token lacks the scope " + scope.code() + ".";
    return new Refusal(HttpStatus.FORBIDDEN, detail, Optional.of(scope));
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (equals(UNKNOWN) && isForPeople(request) && isOfPeople(request)) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, "/login?to=" + request.getRequestURI());
      return;
    }
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (equals(UNKNOWN)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (equals(UNKNOWN) && isForPeople(request)) {
      sendPage("sign-in.html", response);
    } else if (equals(ADMINISTRATORS_ONLY) && isForPeople(request)) {
      sendPage("administrators.html", response);
    } else {
      write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem());
    }
  }

  private static boolean isForPeople(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/")
        && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).stream()
            .anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE));
  }

  /** Whoever wants such a page and is nobody yet can sign in and have it. */
  private static boolean isOfPeople(HttpServletRequest request) {
    return !request.getRequestURI().equals("/") && OurPages.of(request.getRequestURI()).isPresent();
  }

  private static void sendPage(String name, HttpServletResponse response) throws IOException {
    var page = new ClassPathResource(name, Refusal.class);
    write(response, MediaType.TEXT_HTML_VALUE, page.getContentAsString(StandardCharsets.UTF_8));
  }

  private String problem() {
    String scope = missing.map(s -> ",\"scope\":\"" + s.code() + "\"").orElse("");
    return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"%s}"""
        .formatted(status.getReasonPhrase(), status.value(), detail, scope);
  }

  private static void write(HttpServletResponse response, String type, String body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getWriter().write(body);
  }
}
