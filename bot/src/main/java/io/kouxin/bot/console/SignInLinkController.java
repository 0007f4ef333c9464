package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.PublicAddress;
import io.kouxin.bot.access.Register;
import io.kouxin.bot.access.SignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator help somebody in whose platform cannot say who they are (yet). */
@RestController
@Tag(name = "Access")
class SignInLinkController {
  private final SignIn signIn;
  private final Register register;
  private final PublicAddress address;

  SignInLinkController(SignIn signIn, Register register, PublicAddress address) {
    this.signIn = signIn;
    this.register = register;
    this.address = address;
  }

  /** A link that signs one person in. */
  record Link(String link) {
    /** Without what opens. */
    @Override
    public String toString() {
      return "Link[hidden]";
    }
  }

  @PostMapping("/api/v1/people/{id}/sign-in-links")
  @Operation(
      summary = "Make a link that signs this person in",
      description = "It works once, within five minutes. Who made it stands in the journal.")
  ResponseEntity<Link> make(@PathVariable String id, Caller caller, HttpServletRequest request) {
    var person =
        register
            .person(id)
            .orElseThrow(() -> Problem.notFound("Nobody with this id works here (any more)."));
    String link = address.of(request, signIn.link(person, caller.id())).toString();
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new Link(link));
  }
}
