package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What doctor says about signing in. */
class SignInWiringTest {

  @ParameterizedTest
  @CsvSource({
    "https://k.example.com, OK, signin-ok",
    "http://k.example.com, WARNING, signin-plain",
    ", WARNING, signin-nowhere"
  })
  void the_doctor_looks_at_the_public_address(URI address, State state, String key) {
    Finding finding = SignInWiring.finding(Optional.ofNullable(address));
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.keys()).containsExactly(key);
  }
}
