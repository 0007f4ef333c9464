package io.kouxin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.web.MockHttpServletRequest;

/** Tokens, tickets and whom a leader sees, on both stores. */
class StoredRegisterTest {
  private static final Caller BOSS = new Caller.Administrator(Optional.empty());

  private static JdbcTokens tokens(Scene scene) {
    return new JdbcTokens(scene.jdbc, scene.transactions, scene.journal, scene.clock);
  }

  private static StoredRegister register(Scene scene) throws Exception {
    var ground =
        new StoredRegister.Ground(
            scene.jdbc, scene.transactions, scene.journal, scene.people, scene.clock);
    var seal = AdminToken.from(Optional.of("a-token-for-this-test"), Path.of("unused"));
    return new StoredRegister(ground, tokens(scene), seal);
  }

  private static Tokens.Wanted wanted(Optional<Instant> end) {
    return new Tokens.Wanted("CRM", Set.of(Scope.TAG, Scope.PEOPLE_READ), end);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_opens_what_its_scopes_name_until_it_is_revoked(Stores kind) {
    try (var scene = new Scene(kind)) {
      var tokens = tokens(scene);
      Tokens.Made made = tokens.make(wanted(Optional.empty()), BOSS);
      assertThat(made.secret()).matches("kx_[A-Za-z0-9_-]{43}");
      assertThat(made.toString()).doesNotContain(made.secret());
      Caller.Program holder = tokens.holder(made.secret()).orElseThrow();
      assertThat(holder.scopes()).containsExactlyInAnyOrder(Scope.TAG, Scope.PEOPLE_READ);
      assertThat(tokens.nameOf(holder.id())).hasValue("CRM");
      assertThat(tokens.holder(made.secret() + "x")).isEmpty();
      assertThat(tokens.holder("")).isEmpty();

      assertThat(tokens.revoke(made.token().id(), BOSS)).isTrue();
      assertThat(tokens.revoke(made.token().id(), BOSS)).isFalse();
      assertThat(tokens.holder(made.secret())).isEmpty();
      assertThat(tokens.list()).singleElement().matches(token -> token.revokedAt().isPresent());
      assertThat(scene.journal.about(made.token().id()).stream().map(entry -> entry.kind()))
          .containsExactly("token.made", "token.revoked");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_token_ends_by_itself_and_is_kept_as_a_hash(Stores kind) {
    try (var scene = new Scene(kind)) {
      var tokens = tokens(scene);
      Instant end = scene.clock.instant().plus(Duration.ofHours(1));
      String secret = tokens.make(wanted(Optional.of(end)), BOSS).secret();
      assertThat(tokens.holder(secret)).isPresent();
      scene.clock.moveTo(end);
      assertThat(tokens.holder(secret)).isEmpty();
      assertThat(scene.jdbc.sql("SELECT sha256 FROM access_token").query(String.class).single())
          .matches("[0-9a-f]{64}")
          .isEqualTo(Secret.hash(secret));
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_last_use_is_written_at_most_once_a_minute(Stores kind) {
    try (var scene = new Scene(kind)) {
      var tokens = tokens(scene);
      String secret = tokens.make(wanted(Optional.empty()), BOSS).secret();
      assertThat(lastUse(tokens)).isEmpty();
      Instant first = scene.clock.instant();
      tokens.holder(secret);
      scene.clock.moveTo(first.plusSeconds(59));
      tokens.holder(secret);
      assertThat(lastUse(tokens)).hasValue(first);
      scene.clock.moveTo(first.plusSeconds(60));
      tokens.holder(secret);
      assertThat(lastUse(tokens)).hasValue(first.plusSeconds(60));
    }
  }

  private static Optional<Instant> lastUse(Tokens tokens) {
    return tokens.list().getFirst().lastUsedAt();
  }

  @ParameterizedTest
  @EnumSource
  void a_link_signs_one_person_in_once_and_soon(Stores kind) throws Exception {
    try (var scene = new Scene(kind)) {
      var register = register(scene);
      String link = register.link(Scene.ZHANG, "boss");
      assertThat(link).matches("/login/ticket\\?ticket=[A-Za-z0-9_-]{43}");
      assertThat(scene.journal.about("zhangsan").getLast())
          .satisfies(entry -> assertThat(entry.kind()).isEqualTo("access.link-made"))
          .satisfies(entry -> assertThat(entry.person()).hasValue("boss"));
      assertThat(register.redeem(ticket(link))).hasValue(Scene.ZHANG);
      assertThat(register.redeem(ticket(link))).isEmpty();
      assertThat(register.redeem("made-up")).isEmpty();

      String late = ticket(register.link(Scene.EMMA, "boss"));
      scene.clock.moveTo(scene.clock.instant().plus(Duration.ofMinutes(5)));
      assertThat(register.redeem(late)).isEmpty();
      register.link(Scene.ZHANG, "boss");
      assertThat(
              scene.jdbc.sql("SELECT COUNT(*) FROM sign_in_ticket").query(Integer.class).single())
          .as("those whose time is over are gone")
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoever_left_is_out_and_cannot_come_in_again(Stores kind) throws Exception {
    try (var scene = new Scene(kind)) {
      var register = register(scene);
      var account = scene.people.accounts(Scene.EMMA.id()).getFirst();
      assertThat(register.behind(account)).hasValue(Scene.EMMA);
      assertThat(register.person(Scene.EMMA.id())).hasValue(Scene.EMMA);
      String link = register.link(Scene.EMMA, "boss");
      assertThat(register.isIn(with(register.open(Scene.EMMA, false)))).isTrue();
      scene.people.left(account, scene.clock.instant());
      assertThat(register.isIn(with(register.open(Scene.EMMA, false)))).isFalse();
      assertThat(register.behind(account)).isEmpty();
      assertThat(register.person(Scene.EMMA.id())).isEmpty();
      assertThat(register.redeem(ticket(link))).isEmpty();
      assertThat(register.behind(new Account("wecom", "nobody"))).isEmpty();
    }
  }

  private static MockHttpServletRequest with(ResponseCookie session) {
    var request = new MockHttpServletRequest();
    request.setCookies(new Cookie(session.getName(), session.getValue()));
    return request;
  }

  private static String ticket(String link) {
    return link.substring(link.indexOf('=') + 1);
  }

  @ParameterizedTest
  @EnumSource
  void who_signs_in_stands_in_the_journal(Stores kind) throws Exception {
    try (var scene = new Scene(kind)) {
      assertThat(register(scene).open(Scene.EMMA, true).toString()).contains("Secure", "HttpOnly");
      assertThat(scene.journal.about("emma").getLast().kind()).isEqualTo("access.signed-in");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_manager_sees_all_below_him_even_in_a_circle(Stores kind) {
    try (var scene = new Scene(kind)) {
      Person top = leader("top", Person.Role.MANAGER, "zhangsan");
      scene.people.save(top, List.of());
      scene.people.save(leader("chenmin", Person.Role.MANAGER, "top"), List.of());
      assertThat(scene.people.below("top")).contains("chenmin", "zhangsan", "emma", "top");
      assertThat(sight(scene, "top").includes("emma")).isTrue();
      assertThat(scene.people.below("emma")).isEmpty();
      Sight rep = sight(scene, "zhangsan");
      assertThat(rep.includes("zhangsan")).isTrue();
      assertThat(rep.includes("top"))
          .as("a rep leads nobody, whatever the directory says")
          .isFalse();
      assertThat(Sight.of(BOSS, scene.people).includes("anybody")).isTrue();
    }
  }

  private static Sight sight(Scene scene, String id) {
    return Sight.of(Caller.of(scene.people.find(id).orElseThrow()), scene.people);
  }

  private static Person leader(String id, Person.Role role, String leader) {
    return new Person(id, id, role, Locale.CHINESE, "", Optional.of(leader));
  }
}
