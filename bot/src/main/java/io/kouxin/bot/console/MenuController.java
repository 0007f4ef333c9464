package io.kouxin.bot.console;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Menu;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu below a platform's chats. */
@RestController
@RequestMapping("/api/v1/menus")
@Tag(name = "Menus", description = "The menu below a platform's chats.")
class MenuController {
  private final List<MenuOffer> offers;

  MenuController(ObjectProvider<MenuOffer> offers) {
    this.offers = offers.orderedStream().toList();
  }

  /**
   * An entry.
   *
   * @param action what tapping it says, or the page that it opens; empty where more is below
   */
  record EntryJson(String label, String action, List<EntryJson> below) {
    static EntryJson of(Menu.Entry entry) {
      return switch (entry) {
        case Menu.Says says -> new EntryJson(says.label(), says.words(), List.of());
        case Menu.Opens opens -> new EntryJson(opens.label(), opens.page().toString(), List.of());
        case Menu.Holds holds ->
            new EntryJson(holds.label(), "", holds.below().stream().map(EntryJson::of).toList());
      };
    }
  }

  /** A menu, and what the platform would not take of it. */
  record MenuJson(String channel, List<EntryJson> entries, List<String> faults) {
    static MenuJson of(MenuOffer offer, Menu menu) {
      return new MenuJson(
          offer.board().name(),
          menu.entries().stream().map(EntryJson::of).toList(),
          offer.board().faults(menu));
    }
  }

  @GetMapping("/{channel}")
  @Operation(summary = "The menu as its file says, and what the platform would not take of it")
  MenuJson look(@PathVariable String channel) {
    MenuOffer offer = offer(channel);
    return MenuJson.of(offer, read(offer));
  }

  @PostMapping("/{channel}")
  @Operation(summary = "Show this menu from now on; people see it within minutes")
  MenuJson show(@PathVariable String channel) {
    MenuOffer offer = offer(channel);
    Menu menu = read(offer);
    MenuJson shown = MenuJson.of(offer, menu);
    if (!shown.faults().isEmpty()) {
      throw Problem.badRequest(String.join(" ", shown.faults()));
    }
    try {
      offer.board().show(menu);
    } catch (ChannelException e) {
      throw Problem.conflict("The platform did not take the menu: " + e.getMessage());
    }
    return shown;
  }

  private MenuOffer offer(String channel) {
    return offers.stream()
        .filter(offer -> offer.board().name().equals(channel))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no platform of this name with a menu."));
  }

  private static Menu read(MenuOffer offer) {
    try {
      return offer.menu().get();
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest(String.valueOf(wrong.getMessage()));
    }
  }
}
