package io.kouxin.bot.wiring;

import io.kouxin.bot.access.AdminToken;
import io.kouxin.bot.access.PublicAddress;
import io.kouxin.bot.access.SignInTries;
import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** How people sign in with the accounts of their company. */
@Configuration(proxyBeanMethods = false)
class SignInWiring {

  @Bean
  PublicAddress publicAddress(KouxinSettings settings) {
    try {
      return PublicAddress.of(settings.publicUrl());
    } catch (IllegalArgumentException wrong) {
      throw new WrongSetting("kouxin.public-url", String.valueOf(wrong.getMessage()));
    }
  }

  @Bean
  SignInTries signInTries(AdminToken token, Clock clock) {
    return new SignInTries(token, clock);
  }

  /** Without its address a platform leads nobody back. */
  @Bean
  @Conditional(PlatformConfigured.Any.class)
  Examination signInExamination(PublicAddress address) {
    return Examination.of("sign-in", () -> List.of(finding(address.setting())));
  }

  static Finding finding(Optional<URI> address) {
    if (address.isEmpty()) {
      return new Finding("sign-in", State.WARNING, "signin-nowhere");
    }
    Map<String, String> where = Map.of("address", address.get().toString());
    return address.get().getScheme().equals("https")
        ? new Finding("sign-in", State.OK, "signin-ok", where)
        : new Finding("sign-in", State.WARNING, "signin-plain", where);
  }
}
