package io.kouxin.bot.wiring;

import io.kouxin.bot.access.AdminToken;
import io.kouxin.bot.command.DoctorCommand;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.doctor.Item;
import io.kouxin.bot.doctor.Sayings;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Checkup.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the command {@code doctor} asks: the service that owns the folder, else this process. */
final class DoctorLine implements DoctorCommand.Source {
  private final Map<String, String> environment;
  private final Path home;

  DoctorLine(Map<String, String> environment) {
    this.environment = environment;
    this.home = Commands.home(environment).toAbsolutePath().normalize();
  }

  @Override
  public List<Item> examine(Locale language, Optional<String> account) {
    Optional<String> owner = Home.owner(home);
    return owner.isPresent()
        ? ofService(owner.get(), language, account)
        : said(new LoneDoctor(environment, home).examine(account, language), language);
  }

  private List<Item> ofService(String address, Locale language, Optional<String> account) {
    try {
      var service = new RunningService(URI.create(address), token().authorization());
      Map<String, ?> where = Map.of("address", address);
      List<Item> items =
          new ArrayList<>(
              said(List.of(new Finding("service", State.OK, "service-ok", where)), language));
      items.addAll(service.doctor(language));
      if (account.isPresent()) {
        items.addAll(service.sendCard(account.get(), language));
      }
      return items;
    } catch (IOException | IllegalArgumentException e) {
      Map<String, ?> values = Map.of("home", home.toString(), "address", address);
      return said(
          List.of(new Finding("service", State.BROKEN, "service-silent", values)), language);
    }
  }

  private AdminToken token() {
    try {
      return AdminToken.from(Optional.ofNullable(environment.get("KOUXIN_ADMINTOKEN")), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Item> said(List<Finding> findings, Locale language) {
    var moments = new Moments(Clock.systemDefaultZone(), ZoneId.systemDefault());
    var sayings = new Sayings(Wording.bundled(), moments);
    return findings.stream().map(finding -> sayings.item(finding, language)).toList();
  }
}
