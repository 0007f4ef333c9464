package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.PublicAddress;
import io.kouxin.bot.console.CheckInController.Place;
import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.PageKit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;

/** A place that somebody tells on a page becomes a message of theirs. */
class CheckInTest {
  private static final String KEY = "0190ab-0001";
  private static final Caller ZHANG = new Caller.Member(Scene.ZHANG);

  private final Scene scene = new Scene(Stores.SQLITE);
  private final Kept inbox = new Kept();
  private final CheckInController controller;

  CheckInTest() {
    var beans = new StaticListableBeanFactory();
    beans.addBean("platform", new ScriptedPlatform());
    var proofs = new PageProofs(beans.getBeanProvider(PageKit.class), PublicAddress.of(""));
    controller = new CheckInController(inbox, scene.people, proofs, scene.clock);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /** Keeps what arrives; a repeat is known by its id. */
  private static final class Kept implements Inbox {
    private final List<Inbound> all = new ArrayList<>();

    @Override
    public Receipt accept(Inbound inbound) {
      String id = inbound.envelope().id();
      boolean repeat = all.stream().anyMatch(one -> one.envelope().id().equals(id));
      if (!repeat) {
        all.add(inbound);
      }
      return new Receipt(id, repeat);
    }

    @Override
    public Optional<Message> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<Message> of(String channel, String sender, int limit) {
      return List.of();
    }

    @Override
    public long waiting() {
      return 0;
    }

    @Override
    public long unfetched() {
      return 0;
    }
  }

  private static MockHttpServletRequest browser(String agent) {
    var request = new MockHttpServletRequest("POST", "/api/v1/check-ins");
    request.addHeader("User-Agent", agent);
    return request;
  }

  private String checkIn(Caller caller, Place place, String agent) {
    return controller.checkIn(place, caller, browser(agent)).id();
  }

  @Test
  void it_is_said_in_the_chat_where_they_are_reached_and_once() {
    var place = new Place(KEY, 31.2, 121.4, " 华康医院 ");
    String first = checkIn(ZHANG, place, "Chrome");
    assertThat(checkIn(ZHANG, place, "Chrome")).isEqualTo(first);
    assertThat(inbox.all)
        .containsExactly(
            new Inbound.Place(
                new Inbound.Envelope(
                    "check-in:zhangsan:" + KEY,
                    "sandbox",
                    "zhangsan",
                    "zhangsan",
                    scene.clock.instant()),
                31.2,
                121.4,
                "华康医院"));
    checkIn(new Caller.Member(Scene.EMMA), place, "Chrome");
    assertThat(inbox.all).as("another person's key is another one").hasSize(2);
  }

  @Test
  void inside_a_platform_it_is_said_there_even_if_they_wrote_elsewhere_last() {
    scene.people.save(Scene.ZHANG, List.of(new Account("dingtalk", "0123")));
    scene.people.save(Scene.ZHANG, List.of(new Account("wecom", "zhangsan")));
    scene.people.wroteFrom(new Account("wecom", "zhangsan"), Instant.ofEpochMilli(1));
    checkIn(ZHANG, new Place(KEY, 0.0, 0.0, null), "Chrome");
    checkIn(ZHANG, new Place(KEY + "x", 0.0, 0.0, null), ScriptedPlatform.BROWSER);
    assertThat(inbox.all.stream().map(one -> one.envelope().channel()))
        .containsExactly("wecom", "dingtalk");
  }

  @ParameterizedTest
  @CsvSource({
    "0190ab-0001, NaN, 121.4, x",
    "0190ab-0001, 90.01, 121.4, x",
    "0190ab-0001, , 121.4, x",
    "0190ab-0001, 31.2, -180.5, x",
    "0190ab-0001, 31.2, Infinity, x",
    "short, 31.2, 121.4, x",
    ", 31.2, 121.4, x",
    "0190ab:0001, 31.2, 121.4, x"
  })
  void a_place_that_is_none_is_refused(
      String key, Double latitude, Double longitude, String label) {
    refused(new Place(key, latitude, longitude, label), ZHANG, 400);
  }

  @Test
  void words_that_are_too_long_or_no_line_are_refused() {
    refused(new Place(KEY, 31.2, 121.4, "长".repeat(101)), ZHANG, 400);
    refused(new Place(KEY, 31.2, 121.4, "a\nb"), ZHANG, 400);
  }

  @Test
  void a_token_is_nowhere_and_who_left_has_no_chat() {
    var place = new Place(KEY, 31.2, 121.4, "x");
    refused(place, new Caller.Administrator(Optional.empty()), 409);
    scene.people.left(Scene.account(Scene.ZHANG), scene.clock.instant());
    refused(place, ZHANG, 409);
  }

  private void refused(Place place, Caller caller, int status) {
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> checkIn(caller, place, "Chrome"))
        .matches(no -> no.getStatusCode().value() == status);
    assertThat(inbox.all).isEmpty();
  }
}
