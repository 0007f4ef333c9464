package io.kouxin.bot.console;

import io.kouxin.bot.access.OurPages;
import io.kouxin.bot.access.SignInTries.Begun;
import io.kouxin.bot.console.SignInPage.Choice;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Login;
import io.kouxin.integrations.channel.Login.Claim;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People sign in with the account of their company's platform. */
@RestController
@Hidden
class SignInController {
  private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
  private static final int LONGEST_STATE = 100;

  private final SignInRoom room;
  private final SignInPage page;

  SignInController(SignInRoom room, SignInPage page) {
    this.room = room;
    this.page = page;
  }

  /** In a platform's own browser nobody has to choose. */
  @GetMapping("/login")
  ResponseEntity<String> choose(
      @RequestParam(defaultValue = OurPages.MINE) String to, HttpServletRequest request) {
    String end = end(to);
    Optional<Login> own = room.inside(request);
    if (own.isPresent()) {
      return Answers.lead(way(own.get(), end));
    }
    List<Choice> ways = new ArrayList<>();
    room.logins().forEach(login -> ways.add(link("login.with", login, end)));
    return Answers.page(
        HttpStatus.OK, page.says(ways.isEmpty() ? "login.none" : "login.choose", ways));
  }

  /** Leads to the platform, or lets a script ask inside it unless {@code by=page}. */
  @GetMapping("/login/{platform}")
  ResponseEntity<String> begin(
      @PathVariable String platform,
      @RequestParam(defaultValue = OurPages.MINE) String to,
      @RequestParam(defaultValue = "") String by,
      HttpServletRequest request) {
    Login login = room.login(platform);
    String end = end(to);
    Begun begun = room.tries().begin(login.name(), end, room.isSecure(request));
    boolean inside = room.inside(request).filter(login::equals).isPresent();
    Optional<Login.Script> script =
        inside && !by.equals("page") ? login.script() : Optional.empty();
    ResponseEntity<String> answer =
        script.isPresent()
            ? silent(login, script.get(), begun.state(), end)
            : Answers.lead(
                login
                    .page(new Login.Visit(inside, room.callback(request, login), begun.state()))
                    .toString());
    return Answers.with(answer, begun.cookie());
  }

  private ResponseEntity<String> silent(
      Login login, Login.Script script, String state, String end) {
    Map<String, String> data = new HashMap<>(script.data());
    data.put("otherwise", way(login, end) + "&by=page");
    var form =
        new Choice.Silent(
            "/login/" + login.name() + "/callback", Map.of("state", state, "code", ""), data);
    var scripts = List.of(script.source().toString(), "/js/inside/" + login.name() + "-login.js");
    String says =
        page.says("login.inside", Map.of("platform", login.name()), List.of(form), scripts);
    return Answers.with(Answers.page(HttpStatus.OK, says), List.of(script.source()));
  }

  /** Where the platform leads back to; our own page of a script comes here, too. */
  @RequestMapping(
      path = "/login/{platform}/callback",
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<String> end(
      @PathVariable String platform,
      @RequestParam Map<String, String> answer,
      HttpServletRequest request) {
    Login login = room.login(platform);
    String state = answer.getOrDefault("state", "");
    Optional<String> end =
        state.length() > LONGEST_STATE
            ? Optional.empty()
            : room.tries().end(request, login.name(), state);
    if (end.isEmpty() && room.signIn().isIn(request)) {
      // Some phones ask twice, and people go back in their browser: they are in already.
      return Answers.lead(OurPages.MINE);
    }
    if (end.isEmpty()) {
      return sorry(HttpStatus.BAD_REQUEST, "login.expired", login, OurPages.MINE);
    }
    return Answers.with(known(login, answer, end.get(), request), room.tries().forget());
  }

  private ResponseEntity<String> known(
      Login login, Map<String, String> answer, String end, HttpServletRequest request) {
    try {
      return switch (login.claim(answer)) {
        case Claim.Spent spent -> sorry(HttpStatus.BAD_REQUEST, "login.spent", login, end);
        case Claim.Outsider other -> sorry(HttpStatus.FORBIDDEN, "login.outsider", login, end);
        case Claim.Member member ->
            room.signIn()
                .behind(new Account(login.name(), member.account()))
                .map(person -> welcome(person, end, request))
                .orElseGet(() -> sorry(HttpStatus.FORBIDDEN, "login.stranger", login, end));
      };
    } catch (ChannelException e) {
      LOG.warn("{} cannot say who signs in: {}", login.name(), e.getMessage());
      return sorry(HttpStatus.SERVICE_UNAVAILABLE, "login.busy", login, end);
    }
  }

  private ResponseEntity<String> welcome(Person person, String end, HttpServletRequest request) {
    return Answers.with(Answers.lead(end), room.signIn().open(person, room.isSecure(request)));
  }

  private ResponseEntity<String> sorry(HttpStatus status, String key, Login login, String end) {
    Map<String, String> values = Map.of("platform", login.name());
    List<Choice> again = List.of(link("login.again", login, end));
    return Answers.page(status, page.says(key, values, again, List.of()));
  }

  private static Choice link(String key, Login login, String end) {
    return new Choice.Link(key, Map.of("platform", login.name()), way(login, end));
  }

  private static String way(Login login, String end) {
    return "/login/" + login.name() + "?to=" + end;
  }

  /** Never anywhere else than where we are at home. */
  private static String end(String to) {
    return OurPages.of(to).orElse(OurPages.MINE);
  }
}
