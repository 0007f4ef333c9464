package io.kouxin.bot.console;

import io.kouxin.bot.access.OurPages;
import io.kouxin.bot.access.PublicAddress;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.PageKit;
import io.kouxin.integrations.channel.PageKit.Signature;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proves to a platform's own browser that a page is ours; no other page gets a proof. */
@RestController
@Tag(name = "Check-in", description = "For pages inside a platform.")
class PageProofs {
  private static final Logger LOG = LoggerFactory.getLogger(PageProofs.class);
  private static final int LONGEST = 2048;

  private final List<PageKit> kits;
  private final PublicAddress address;

  PageProofs(ObjectProvider<PageKit> kits, PublicAddress address) {
    this.kits = kits.orderedStream().toList();
    this.address = address;
  }

  /** What the platform of this browser has for pages; empty in a browser like any other. */
  Optional<PageKit> kit(HttpServletRequest request) {
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    return kits.stream().filter(kit -> kit.isOwnBrowser(agent)).findFirst();
  }

  /**
   * A proof.
   *
   * @param platform whose
   * @param scripts to be loaded, in this order
   * @param proof for the page
   * @param agent the second one, where the platform knows one
   */
  record Proof(
      String platform,
      List<URI> scripts,
      String company,
      String application,
      long timestamp,
      String nonce,
      String proof,
      Optional<String> agent) {
    static Proof of(PageKit kit, Signature signature) {
      return new Proof(
          kit.name(),
          kit.scripts(),
          signature.company(),
          signature.application(),
          signature.timestamp(),
          signature.nonce(),
          signature.proof(),
          signature.agent());
    }
  }

  @GetMapping("/api/v1/js-signature")
  @Operation(
      summary = "Proof for a page of ours in a platform's own browser",
      description = "404 in every other browser, which needs none.")
  Proof sign(@RequestParam String url, HttpServletRequest request) {
    URI page = page(url, request);
    PageKit kit =
        kit(request).orElseThrow(() -> Problem.notFound("This is not the browser of a platform."));
    try {
      return Proof.of(kit, kit.sign(page));
    } catch (ChannelException e) {
      LOG.warn("{} gives no proof for pages: {}", kit.name(), e.getMessage());
      throw Problem.unavailable("The platform does not answer right now. Try again.");
    }
  }

  private URI page(String url, HttpServletRequest request) {
    try {
      URI page = new URI(url.length() > LONGEST ? "" : url.replaceFirst("#.*$", ""));
      URI ours = address.of(request, String.valueOf(page.getRawPath()));
      boolean same =
          String.valueOf(page.getScheme()).equals(ours.getScheme())
              && String.valueOf(page.getRawAuthority()).equalsIgnoreCase(ours.getRawAuthority());
      if (same && OurPages.of(page.getRawPath()).isPresent()) {
        return page;
      }
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      LOG.debug("no address", e);
    }
    throw Problem.badRequest("'url' must be the address of a page of ours.");
  }
}
