package io.kouxin.bot.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door. Programs show {@code Authorization: Bearer <token>}; a browser comes once with {@code
 * /?token=…}, or signs in below {@code /login}, and has a cookie from then on. Behind it {@link
 * Caller#of} says who it is, and everybody is where they may be.
 */
public final class AccessFilter extends OncePerRequestFilter implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
  private static final String BEARER = "Bearer ";

  private final AdminToken token;
  private final Register register;
  private final Sessions sessions;
  private final KnownHosts hosts;

  /**
   * A door with this key.
   *
   * @param register whom it knows besides
   * @param hosts names under which browsers may come, besides localhost
   */
  public AccessFilter(AdminToken token, Register register, Collection<String> hosts, Clock clock) {
    this.token = token;
    this.register = register;
    this.sessions = new Sessions(token, clock);
    this.hosts = new KnownHosts(hosts);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 20;
  }

  /** What the door finds: a caller, a browser that has just signed in, or a reason to refuse. */
  private sealed interface Verdict {
    record Known(Caller caller) implements Verdict {}

    record SignedIn(ResponseCookie session) implements Verdict {}

    /** Nobody yet, at the place where that changes. */
    record Stranger() implements Verdict {}

    record Refused(Refusal why) implements Verdict {}
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (OpenPaths.holds(request)) {
      chain.doFilter(request, response);
      return;
    }
    switch (verdict(request)) {
      case Verdict.Known known -> {
        request.setAttribute(Caller.class.getName(), known.caller());
        chain.doFilter(request, response);
      }
      case Verdict.Stranger stranger -> chain.doFilter(request, response);
      case Verdict.SignedIn in -> welcome(in.session(), response);
      case Verdict.Refused refused -> refused.why().send(request, response);
    }
  }

  private Verdict verdict(HttpServletRequest request) {
    try {
      return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
          .map(head -> judge(toProgram(head), request))
          .orElseGet(() -> toBrowser(request));
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("who may come in cannot be read: {}", e.getMessage());
      return new Verdict.Refused(Refusal.STORE_AWAY);
    }
  }

  private static Verdict judge(Optional<? extends Caller> found, HttpServletRequest request) {
    if (found.isEmpty()) {
      return new Verdict.Refused(Refusal.UNKNOWN);
    }
    Caller caller = found.get();
    return Permissions.refusal(caller, request.getMethod(), request.getRequestURI())
        .<Verdict>map(Verdict.Refused::new)
        .orElseGet(() -> new Verdict.Known(caller));
  }

  private Optional<? extends Caller> toProgram(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    String secret = authorization.substring(BEARER.length()).strip();
    return token.matches(secret)
        ? Optional.of(new Caller.Administrator(Optional.empty()))
        : register.program(secret);
  }

  private Verdict toBrowser(HttpServletRequest request) {
    if (!hosts.know(request)) {
      return new Verdict.Refused(Refusal.FOREIGN_HOST);
    }
    if (comesByToken(request)) {
      return signIn(request);
    }
    if (OpenPaths.areSignIn(request)) {
      return CrossSite.isChange(request)
          ? new Verdict.Refused(Refusal.FOREIGN_PAGE)
          : new Verdict.Stranger();
    }
    Verdict known = judge(inSession(request), request);
    return known instanceof Verdict.Known && CrossSite.isChange(request)
        ? new Verdict.Refused(Refusal.FOREIGN_PAGE)
        : known;
  }

  private Optional<Caller> inSession(HttpServletRequest request) {
    return sessions.holder(request).flatMap(register::holding);
  }

  private static boolean comesByToken(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getRequestURI().equals("/")
        && request.getParameter("token") != null;
  }

  private Verdict signIn(HttpServletRequest request) {
    if (!token.matches(request.getParameter("token"))) {
      return new Verdict.Refused(Refusal.UNKNOWN);
    }
    register.signedIn(new Caller.Administrator(Optional.empty()));
    return new Verdict.SignedIn(sessions.open(Sessions.ADMINISTRATOR, request.isSecure()));
  }

  private static void welcome(ResponseCookie session, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, session.toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.LOCATION, "/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
