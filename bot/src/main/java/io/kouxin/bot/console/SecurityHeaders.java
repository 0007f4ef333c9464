package io.kouxin.bot.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to run nothing but our own files, and to tell nobody where they were. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders extends OncePerRequestFilter {
  static final String POLICY = "Content-Security-Policy";
  private static final String OURS_ONLY =
      "default-src 'none'; script-src 'self'%s; style-src %s; img-src 'self' data: blob:; "
          + "media-src 'self' blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
          + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String PAGES = OURS_ONLY.formatted("", "'self'");
  // Swagger's page writes style attributes; it shows no data but the API's description.
  private static final String SWAGGER = OURS_ONLY.formatted("", "'self' 'unsafe-inline'");

  /** For a page in a platform's own browser: besides our files it runs those of these hosts. */
  static String policy(List<URI> scripts) {
    String hosts =
        scripts.stream()
            .map(script -> " " + script.getScheme() + "://" + script.getAuthority())
            .distinct()
            .collect(Collectors.joining());
    return OURS_ONLY.formatted(hosts, "'self'");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean swagger = request.getRequestURI().startsWith("/swagger-ui");
    response.setHeader(POLICY, swagger ? SWAGGER : PAGES);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "microphone=(self), geolocation=(self), camera=(), payment=()");
    chain.doFilter(request, response);
  }
}
