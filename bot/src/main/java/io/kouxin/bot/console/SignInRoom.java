package io.kouxin.bot.console;

import io.kouxin.bot.access.PublicAddress;
import io.kouxin.bot.access.SignIn;
import io.kouxin.bot.access.SignInTries;
import io.kouxin.integrations.channel.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What signing in needs: the ways, who opens sessions, and where browsers find us. */
@Component
class SignInRoom {
  private final List<Login> logins;
  private final SignIn signIn;
  private final SignInTries tries;
  private final PublicAddress address;

  SignInRoom(
      ObjectProvider<Login> logins, SignIn signIn, SignInTries tries, PublicAddress address) {
    this.logins = logins.orderedStream().toList();
    this.signIn = signIn;
    this.tries = tries;
    this.address = address;
  }

  List<Login> logins() {
    return logins;
  }

  Login login(String name) {
    return logins.stream()
        .filter(login -> login.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Nobody can sign in with this platform here."));
  }

  /** The platform whose own browser this is. */
  Optional<Login> inside(HttpServletRequest request) {
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    return logins.stream().filter(login -> login.isOwnBrowser(agent)).findFirst();
  }

  SignIn signIn() {
    return signIn;
  }

  SignInTries tries() {
    return tries;
  }

  /** Where a platform leads a browser back to. */
  URI callback(HttpServletRequest request, Login login) {
    return address.of(request, "/login/" + login.name() + "/callback");
  }

  boolean isSecure(HttpServletRequest request) {
    return address.isSecure(request);
  }
}
