package io.kouxin.bot.customer;

import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.customer.Form.Reach;
import java.util.List;
import java.util.stream.Stream;

/** What a customer and its people are called, to be expected in speech. */
public final class CalledNames {
  private CalledNames() {}

  /** Its own names, without those that others have as well (人民医院), and those of its people. */
  public static Stream<String> of(Customer customer) {
    List<Form> forms = Forms.of(customer);
    Stream<String> own =
        forms.stream()
            .filter(form -> form.reach() != Reach.COMMON && form.how() != How.CODE)
            .map(form -> String.join("", form.words()));
    return Stream.concat(own, customer.contacts().stream().map(Contact::name)).distinct();
  }
}
