package io.kouxin.bot.console;

import io.kouxin.bot.access.OurPages;
import io.kouxin.bot.console.SignInPage.Choice;
import io.kouxin.bot.people.Person;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * People come in by a link of a chat. A chat looks at links by itself to show a preview, so looking
 * uses nothing up: one button does.
 */
@RestController
@Hidden
class TicketController {
  private static final int LONGEST = 100;
  private static final String PATH = "/login/ticket";

  private final SignInRoom room;
  private final SignInPage page;

  TicketController(SignInRoom room, SignInPage page) {
    this.room = room;
    this.page = page;
  }

  @GetMapping(PATH)
  ResponseEntity<String> show(@RequestParam(defaultValue = "") String ticket) {
    if (ticket.isBlank() || ticket.length() > LONGEST) {
      return gone();
    }
    List<Choice> button = List.of(new Choice.Button("login.enter", PATH, Map.of("ticket", ticket)));
    return Answers.page(HttpStatus.OK, page.says("login.ticket", button));
  }

  @PostMapping(PATH)
  ResponseEntity<String> use(
      @RequestParam(defaultValue = "") String ticket, HttpServletRequest request) {
    Optional<Person> person =
        ticket.length() > LONGEST ? Optional.empty() : room.signIn().redeem(ticket);
    return person.map(known -> welcome(known, request)).orElseGet(this::gone);
  }

  private ResponseEntity<String> welcome(Person person, HttpServletRequest request) {
    return Answers.with(
        Answers.lead(OurPages.MINE), room.signIn().open(person, room.isSecure(request)));
  }

  private ResponseEntity<String> gone() {
    return Answers.page(HttpStatus.UNAUTHORIZED, page.says("login.used", List.of()));
  }

  /** Ends the session of this browser. */
  @PostMapping("/login/out")
  ResponseEntity<String> leave() {
    List<Choice> again = List.of(new Choice.Link("login.again", Map.of(), "/login"));
    return Answers.with(
        Answers.page(HttpStatus.OK, page.says("login.out", again)), room.signIn().close());
  }
}
