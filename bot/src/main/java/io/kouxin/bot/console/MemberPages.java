package io.kouxin.bot.console;

import io.kouxin.bot.access.OurPages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages of people who signed in. In a platform's own browser they may use its scripts. */
@RestController
@Hidden
class MemberPages {
  private final PageProofs proofs;

  MemberPages(PageProofs proofs) {
    this.proofs = proofs;
  }

  @GetMapping(OurPages.MINE)
  ResponseEntity<String> mine() {
    return Answers.page(HttpStatus.OK, file("me.html"));
  }

  @GetMapping(OurPages.LIBRARY)
  ResponseEntity<String> library() {
    return Answers.page(HttpStatus.OK, file("library.html"));
  }

  @GetMapping(OurPages.CHECK_IN)
  ResponseEntity<String> checkIn(HttpServletRequest request) {
    List<URI> scripts =
        Optional.of(request).flatMap(proofs::kit).map(kit -> kit.scripts()).orElse(List.of());
    return Answers.with(Answers.page(HttpStatus.OK, file("check-in.html")), scripts);
  }

  private static String file(String name) {
    try {
      return new ClassPathResource(name, MemberPages.class)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
