package io.kouxin.bot.console;

import io.kouxin.bot.access.SignIn;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseCookie;

/** Knows one rep, by one account, and opens sessions that say whose they are. */
final class ScriptedGate implements SignIn {
  static final Person ZHANG =
      new Person("zhangsan", "张三", Person.Role.REP, Locale.CHINESE, "", Optional.empty());

  private final Map<String, Person> tickets = new ConcurrentHashMap<>();

  @Override
  public Optional<Person> behind(Account account) {
    return account.equals(new Account("dingtalk", "zhang")) ? Optional.of(ZHANG) : Optional.empty();
  }

  @Override
  public ResponseCookie open(Person person, boolean secure) {
    return ResponseCookie.from("kouxin", person.id()).secure(secure).build();
  }

  @Override
  public boolean isIn(HttpServletRequest request) {
    return String.valueOf(request.getHeader("Cookie")).contains("kouxin=zhangsan");
  }

  @Override
  public ResponseCookie close() {
    return ResponseCookie.from("kouxin", "").maxAge(0).build();
  }

  @Override
  public String link(Person person, String by) {
    tickets.put("t-1", person);
    return "/login/ticket?ticket=t-1";
  }

  @Override
  public Optional<Person> redeem(String ticket) {
    return Optional.ofNullable(tickets.remove(ticket));
  }
}
