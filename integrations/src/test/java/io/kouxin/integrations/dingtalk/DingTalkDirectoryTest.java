package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory.Member;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DingTalkDirectoryTest {
  private static final String USER = "/topapi/v2/user/get";
  private static final String DEPARTMENT = "/topapi/v2/department/get";
  private final Office office = new Office();
  private final DingTalkDirectory directory = new DingTalkDirectory(office.api, office.clock);

  @AfterEach
  void close() {
    office.close();
  }

  private void user(String json) {
    office.standIn.always(
        USER, "{'errcode':0,'result':{'userid':'rep01','name':'张三'," + json + "}}");
  }

  private void department(String json) {
    office.standIn.next(DEPARTMENT, 200, "{'errcode':0,'result':{" + json + "}}");
  }

  private Member member() throws ChannelException {
    return directory.member("rep01").orElseThrow();
  }

  @Test
  void the_leader_the_company_names_comes_alone() throws ChannelException {
    user("'manager_userid':'mgr1','dept_id_list':[2]");
    department("'name':'销售一部','parent_id':1,'dept_manager_userid_list':['boss']");
    assertThat(member()).isEqualTo(new Member("rep01", "张三", List.of("销售一部"), List.of("mgr1")));
  }

  @Test
  void else_the_departments_above_say_who_leads_nearest_first() throws ChannelException {
    user("'dept_id_list':['3','4']");
    department("'name':'一组','parent_id':'2','dept_manager_userid_list':['rep01']");
    department("'name':'二组','parent_id':'2'");
    department("'name':'销售部','parent_id':'1','dept_manager_userid_list':['mgr1']");
    department("'name':'华康','dept_manager_userid_list':['boss','mgr1']");
    assertThat(member())
        .isEqualTo(new Member("rep01", "张三", List.of("一组", "二组"), List.of("mgr1", "boss")));
  }

  @Test
  void a_department_is_asked_for_once_in_a_while() throws ChannelException {
    user("'manager_userid':'mgr1','dept_id_list':[2]");
    office.standIn.always(DEPARTMENT, "{'errcode':0,'result':{'name':'销售部','parent_id':1}}");
    member();
    member();
    assertThat(office.standIn.of(DEPARTMENT)).hasSize(1);
  }

  @Test
  void departments_in_a_circle_end() throws ChannelException {
    user("'dept_id_list':[2]");
    office.standIn.always(
        DEPARTMENT,
        "{'errcode':0,'result':{'name':'x','parent_id':2,'dept_manager_userid_list':['m']}}");
    assertThat(member().leaders()).containsExactly("m");
  }

  @Test
  void hidden_departments_leave_a_member_without_them() throws ChannelException {
    user("'dept_id_list':[2]");
    office.standIn.always(DEPARTMENT, "{'errcode':60011,'errmsg':'no permission'}");
    assertThat(member()).isEqualTo(new Member("rep01", "张三", List.of(), List.of()));
  }

  @Test
  void nobody_is_empty_and_a_missing_permission_is_not() throws ChannelException {
    office.standIn.next(USER, 200, "{'errcode':33012,'errmsg':'无效的USERID'}");
    assertThat(directory.member("ghost")).isEmpty();
    office.standIn.next(USER, 200, "{'errcode':60011,'errmsg':'no permission'}");
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> directory.member("rep01"));
  }
}
