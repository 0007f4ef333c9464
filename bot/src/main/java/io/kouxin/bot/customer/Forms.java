package io.kouxin.bot.customer;

import io.kouxin.bot.customer.CustomerMatch.How;
import io.kouxin.bot.customer.Form.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All ways to call one customer: its labels as they are, and the short ones that people make of
 * them by leaving out the place, the legal form and the trade. The weights are ours, chosen so that
 * a whole name always beats a part and a part never passes for certain by itself.
 */
final class Forms {
  private static final double NAME = 1.0;
  private static final double CODE = 0.98;
  private static final double ALIAS = 0.96;
  private static final double WITHOUT_LEGAL_FORM = 0.95;
  private static final double WITHOUT_PLACE = 0.7;
  private static final double CORE = 0.6;
  private static final double COMMON = 0.45;
  private static final double CONTACT = 0.42;

  private static final Pattern TITLE = Pattern.compile("(主任|院长|科长|经理|老师|护士长|厂长|教授|医生|处长|部长|总监|总)$");
  private static final Pattern NUMBERED = Pattern.compile("(.*?)市?第([一二三四五六七八九十])(?:人民)?医院");
  private static final Pattern COMMON_TAIL =
      Pattern.compile("(?:人民|中医|中心|妇幼保健|儿童|肿瘤|口腔)?(?:医院|院)$");

  /** By its words, so that no two forms of a customer are the same; the surest one stays. */
  private final Map<List<String>, Form> forms = new LinkedHashMap<>();

  private Forms() {}

  static List<Form> of(Customer customer) {
    var forms = new Forms();
    forms.add(customer.name(), How.NAME, NAME, Reach.WHOLE);
    customer.code().ifPresent(code -> forms.add(code, How.CODE, CODE, Reach.WHOLE));
    customer.aliases().forEach(alias -> forms.add(alias, How.ALIAS, ALIAS, Reach.WHOLE));
    forms.parts(customer.name());
    customer.contacts().forEach(forms::contact);
    return new ArrayList<>(forms.forms.values());
  }

  private void parts(String name) {
    OrganisationName parsed = OrganisationName.of(name);
    part(parsed.withoutLegalForm(), WITHOUT_LEGAL_FORM);
    part(parsed.withoutPlace(), WITHOUT_PLACE);
    part(parsed.core(), CORE);
    Matcher numbered = NUMBERED.matcher(name);
    if (numbered.matches()) {
      String number = numbered.group(2);
      part(numbered.group(1) + number + "院", WITHOUT_PLACE);
      part("市" + number + "院", COMMON);
      part("市" + number + "医院", COMMON);
      part("市" + number, COMMON);
      part(number + "院", COMMON);
    }
    Matcher tail = COMMON_TAIL.matcher(name);
    if (tail.find() && tail.group().length() > 2) {
      part(tail.group(), COMMON);
    }
  }

  private void part(String text, double weight) {
    if (OrganisationName.isCommon(text)) {
      add(text, How.NAME, COMMON, Reach.COMMON);
    } else {
      add(text, How.NAME, weight, weight >= WITHOUT_LEGAL_FORM ? Reach.WHOLE : Reach.PART);
    }
  }

  private void contact(Contact contact) {
    add(contact.name(), How.CONTACT, CONTACT, Reach.COMMON);
    Matcher title = TITLE.matcher(contact.role());
    if (title.find() && !TITLE.matcher(contact.name()).find() && !contact.name().isEmpty()) {
      add(contact.name().charAt(0) + title.group(1), How.CONTACT, CONTACT, Reach.COMMON);
    }
  }

  private void add(String text, How how, double weight, Reach reach) {
    List<String> words = Words.texts(text);
    int letters = words.stream().mapToInt(String::length).sum();
    if (letters >= 2) {
      forms.putIfAbsent(words, new Form(words, how, weight, reach));
    }
  }
}
