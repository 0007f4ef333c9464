package io.kouxin.bot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door. Programs show {@code Authorization: Bearer <token>}; a browser comes once with {@code
 * /?token=…} and has a cookie from then on.
 */
public final class AccessFilter extends OncePerRequestFilter implements Ordered {
  private static final String BEARER = "Bearer ";

  private final AdminToken token;
  private final Sessions sessions;
  private final KnownHosts hosts;

  /**
   * A door with this key.
   *
   * @param hosts names under which browsers may come, besides localhost
   */
  public AccessFilter(AdminToken token, Collection<String> hosts, Clock clock) {
    this.token = token;
    this.sessions = new Sessions(token, clock);
    this.hosts = new KnownHosts(hosts);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 20;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> no = OpenPaths.holds(request) ? Optional.empty() : refusal(request);
    if (no.isPresent()) {
      no.get().send(request, response);
    } else if (comesByLink(request)) {
      signIn(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<Refusal> refusal(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .map(this::toProgram)
        .orElseGet(() -> toBrowser(request));
  }

  private Optional<Refusal> toProgram(String authorization) {
    boolean known =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && token.matches(authorization.substring(BEARER.length()).strip());
    return known ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
  }

  private Optional<Refusal> toBrowser(HttpServletRequest request) {
    if (!hosts.know(request)) {
      return Optional.of(Refusal.FOREIGN_HOST);
    }
    boolean known =
        comesByLink(request)
            ? token.matches(request.getParameter("token"))
            : sessions.isOpen(request);
    if (!known) {
      return Optional.of(Refusal.UNKNOWN);
    }
    return CrossSite.isChange(request) ? Optional.of(Refusal.FOREIGN_PAGE) : Optional.empty();
  }

  private static boolean comesByLink(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getRequestURI().equals("/")
        && request.getParameter("token") != null;
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, sessions.open(request.isSecure()).toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.LOCATION, "/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
