package io.kouxin.integrations.dingtalk.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is in the company, until somebody is added: 张三 (rep01, manager filled in) and 王五 (rep02, no
 * manager, but the department has a leader) below 李四 (mgr01), and 陈总 (boss01) above.
 */
public final class People {
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<Long, Department> departments = new LinkedHashMap<>();
  private final Set<String> hidden = new LinkedHashSet<>();
  private List<Long> opened = List.of(1L);

  People() {
    add(new Department(1, "快信公司", 0));
    add(new Department(2, "销售部", 1));
    add(new Department(3, "销售一部", 2));
    add(Person.of("rep01", "张三").in(3L).ledBy("mgr01"));
    add(Person.of("rep02", "王五").in(2L));
    add(Person.of("mgr01", "李四").in(2L).leading(2L).ledBy("boss01"));
    add(Person.of("boss01", "陈总").in(1L).leading(1L));
  }

  /** Adds somebody, or takes the place of the one with the same userid. */
  public synchronized void add(Person person) {
    people.put(person.userId(), person);
  }

  /** Adds a department, or changes the one with this id. */
  public synchronized void add(Department department) {
    departments.put(department.id(), department);
  }

  /** Somebody leaves the company. */
  public synchronized void remove(String userId) {
    people.remove(userId);
  }

  /** Takes somebody out of what the application may see (50002), though messages arrive. */
  public synchronized void hide(String userId) {
    hidden.add(userId);
  }

  /** Opens only these departments, and what lies below them, to the application. */
  public synchronized void open(Long... departments) {
    opened = List.of(departments);
  }

  synchronized List<Long> opened() {
    return opened;
  }

  /** The person with this userid. */
  public synchronized Optional<Person> find(String userId) {
    return Optional.ofNullable(people.get(userId));
  }

  /** Everybody. */
  public synchronized List<Person> all() {
    return List.copyOf(people.values());
  }

  synchronized boolean isHidden(String userId) {
    return hidden.contains(userId);
  }

  synchronized Optional<Person> byUnionId(String unionId) {
    return people.values().stream().filter(each -> each.unionId().equals(unionId)).findFirst();
  }

  synchronized Optional<Department> department(long id) {
    return Optional.ofNullable(departments.get(id));
  }

  synchronized List<Department> below(long id) {
    return departments.values().stream().filter(each -> each.parent() == id).toList();
  }

  synchronized List<Person> in(long department) {
    return people.values().stream()
        .filter(each -> each.departments().contains(department))
        .toList();
  }

  /** Those in this department or below it. */
  synchronized List<Person> under(long department) {
    List<Person> found = new ArrayList<>(in(department));
    below(department).forEach(each -> found.addAll(under(each.id())));
    return found;
  }
}
