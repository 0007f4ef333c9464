package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import io.kouxin.integrations.channel.Outbound;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DingTalkCheckupTest {
  private static final String DEPARTMENT = "/topapi/v2/department/get";
  private static final String NO_FILE = "{'code':'invalidParameter.robotCode.downloadCode'}";
  private static final Outbound.Push CARD =
      new Outbound.Push("p1", Optional.of(Card.of("华康医院", "试一下")), "试一下");
  private final Office office = new Office();
  private final DingTalkStandIn standIn = office.standIn;

  @AfterEach
  void close() {
    office.close();
  }

  private DingTalkCheckup checkup(Clock clock) {
    return new DingTalkCheckup(office.api, clock);
  }

  private Symptom found(DingTalkCheckup checkup, String about) {
    return checkup.look().stream()
        .filter(symptom -> symptom.about().equals(about))
        .findFirst()
        .orElseThrow();
  }

  private Symptom found(String about) {
    return found(checkup(Clock.systemUTC()), about);
  }

  @Test
  void all_is_well_where_dingtalk_lets_us_work() {
    standIn.always(DEPARTMENT, "{'errcode':0}");
    standIn.next(DingTalkStandIn.DOWNLOAD, 400, NO_FILE);
    assertThat(checkup(Clock.systemUTC()).look())
        .extracting(Symptom::key)
        .containsExactly("access-ok", "robot-ok", "contacts-ok", "clock-ok");
  }

  @Test
  void a_wrong_secret_is_all_there_is_to_say() {
    var wrong = new DingTalkAccount("dingappkey01", "x", "", standIn.address(), standIn.address());
    try (var api = new DingTalkApi(wrong, Meter.NONE, office.clock)) {
      var checkup = new DingTalkCheckup(api, Clock.systemUTC());
      assertThat(found(checkup, "access"))
          .isEqualTo(
              new Symptom(
                  "access",
                  "credentials",
                  State.BROKEN,
                  Map.of("code", "invalidClientIdOrSecret")));
    }
  }

  @Test
  void nobody_there_or_somebody_else_is_told_with_the_address() {
    URI nobody = URI.create("http://127.0.0.1:1");
    try (var api = new DingTalkApi(Robot.at(nobody), Meter.NONE, office.clock)) {
      assertThat(found(new DingTalkCheckup(api, Clock.systemUTC()), "access").key())
          .isEqualTo("unreachable");
    }
    standIn.next(
        DingTalkStandIn.TOKEN, new DingTalkStandIn.Scripted(200, "text/html", new byte[] {'<'}));
    assertThat(found("access").key()).isEqualTo("not-dingtalk");
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden.AccessDenied.AccessTokenPermissionDenied, permission",
    "403, Forbidden.AccessDenied.ApiCountLimitForOrg, quota",
    "403, Forbidden.AccessDenied.IpNotInWhiteList, ip",
    "403, Forbidden.AccessDenied.QpsLimitForApi, busy",
    "400, invalidParameter.robotCode.auth, robot-code",
    "400, robot.oto.notExist, robot-code",
    "400, never.heard.of, other"
  })
  void what_keeps_the_robot_from_working_has_a_name(int status, String code, String key) {
    standIn.next(DingTalkStandIn.DOWNLOAD, status, "{'code':'" + code + "'}");
    assertThat(found("robot").key()).isEqualTo(key);
  }

  @Test
  void a_missing_permission_for_contacts_is_seen() {
    standIn.always(DEPARTMENT, "{'errcode':60011,'errmsg':'x'}");
    assertThat(found("contacts").key()).isEqualTo("permission");
  }

  @ParameterizedTest
  @CsvSource({"10, WARNING", "70, BROKEN", "-10, WARNING"})
  void a_clock_that_is_off_is_seen(long minutes, State state) {
    Clock off = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
    Symptom clock = found(checkup(off), "clock");
    assertThat(clock.key()).isEqualTo("clock-off");
    assertThat(clock.state()).isEqualTo(state);
  }

  @Test
  void really_sends_a_card_by_the_api() {
    office.written();
    assertThat(checkup(office.clock).send("wanglei", CARD).key()).isEqualTo("card-ok");
    assertThat(standIn.of(DingTalkStandIn.SEND)).hasSize(1);
    standIn.next(DingTalkStandIn.SEND, 200, "{'invalidStaffIdList':['ghost']}");
    assertThat(checkup(office.clock).send("ghost", CARD).key()).isEqualTo("card-nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DingTalk 90020 (quota): 用完; message; quota",
        "DingTalk (too-fast): too many messages to x; message; busy",
        "DingTalk never.heard.of: words; message; other",
        "It may have arrived: DingTalk did not answer; message; doubtful",
        "The timestamp is more than an hour away from our clock.; door; door-time",
      })
  void reads_what_the_log_and_the_outbox_say(String reason, String about, String key) {
    Symptom read = checkup(office.clock).reading(reason).orElseThrow();
    assertThat(read.about()).isEqualTo(about);
    assertThat(read.key()).isEqualTo(key);
  }

  @Test
  void words_of_others_are_not_read() {
    assertThat(checkup(office.clock).reading("WeCom 60020 (trusted-ip): x")).isEmpty();
    assertThat(checkup(office.clock).reading("")).isEmpty();
  }

  @Test
  void what_of_the_organisation_was_opened_is_told() {
    String answer = "{'errcode':0,'auth_org_scopes':{'authed_dept':%s,'authed_user':%s}}";
    office.standIn.next("/auth/scopes", 200, answer.formatted("[1]", "[]"));
    assertThat(found("range").key()).isEqualTo("range-ok");
    office.standIn.next("/auth/scopes", 200, answer.formatted("[2,3]", "['rep01']"));
    assertThat(found("range"))
        .isEqualTo(
            new Symptom(
                "range", "range-part", State.OK, Map.of("departments", "2", "people", "1")));
    office.standIn.next("/auth/scopes", 200, answer.formatted("[]", "[]"));
    assertThat(found("range").state()).isEqualTo(State.BROKEN);
  }
}
