package io.kouxin.nlp.text;

import io.kouxin.nlp.text.EnglishNames.Named;
import io.kouxin.nlp.text.Language.Found;
import io.kouxin.nlp.text.Language.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People in English: Dr. Smith, Mrs Brown, Director Wang, the purchasing manager. */
final class EnglishPeople {
  static final String NOT_A_NAME =
      "(?!(?:he|she|it|they|we|i|you|him|her|them|his|this|that|with|when|because|so|had|have|were|feels|needs|likes|said|says|told|asked|asks|wants|is|was|has|will|and|at|of|in|for|who|the|a|to|from|mentioned|complained|complains|thinks|there|here|about|on|did|does|can|would|are|agreed|signed|also|but)\\b)";

  /** Chinese family names as they are spelled in English. */
  static final String PINYIN_FAMILY =
      "(?:chen|wang|li|zhang|liu|yang|huang|zhao|wu|zhou|xu|sun|zhu|hu|gao|lin|he|guo|ma|luo|liang|song|zheng|xie|han|tang|feng|deng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|lu|ding|ren|shen|yao|lee|smith)";

  private static final String POST = "(?:doctor|professor|director|nurse|engineer|chief|president)";
  private static final String KIND =
      "(?:head|chief|purchasing|procurement|lab|laboratory|department|medical|clinical|it|hr|finance|sales|plant|production|quality|maintenance|night shift|shift|store|shop|warehouse|logistics|project|general|deputy|vice|operations|biomedical|surgical|nursing|office)";

  /** "The director called" and "the head nurse came": a post, and no name behind it. */
  private static final String NOT_THE = "(?<!\\b(?:the|a|their|his|her|our) (?:" + KIND + " )?)";

  private static final Pattern TITLED =
      Pattern.compile(
          "\\b(?<title>dr|prof|mr|mister|mrs|ms|miss|"
              + NOT_THE
              + POST
              + ")\\.? "
              + NOT_A_NAME
              + "(?:[a-z][a-z'-]+)"
              + "|\\b(?<post>"
              + POST
              + ") "
              + NOT_A_NAME
              + EnglishNames.COMMON
              + "\\b|\\b(?<manager>manager) "
              + PINYIN_FAMILY
              + "\\b");
  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(?:the|their|a|our contact,? the) (?<role>(?:"
              + KIND
              + " ){0,5}(?:director|manager|nurse|surgeon|doctor|dean|principal|headmaster|owner|boss|buyer|supervisor|engineer|accountant|receptionist|secretary|president|professor|chef|technician|head of (?:the )?[a-z]+))\\b");

  private EnglishPeople() {}

  static List<Found<PersonName>> in(String text) {
    var out = new ArrayList<Found<PersonName>>();
    Matcher titled = TITLED.matcher(text);
    while (titled.find()) {
      out.add(
          new Found<>(titled.start(), titled.end(), new PersonName(titled.group(), title(titled))));
    }
    Matcher role = ROLE.matcher(text);
    while (role.find()) {
      if (out.stream().noneMatch(f -> f.overlaps(role.start("role"), role.end("role")))) {
        out.add(
            new Found<>(
                role.start("role"), role.end("role"), new PersonName("", role.group("role"))));
      }
    }
    for (Named one : EnglishNames.in(text)) {
      if (out.stream().noneMatch(f -> f.overlaps(one.start(), one.end()))) {
        String words = text.substring(one.start(), one.end());
        out.add(new Found<>(one.start(), one.end(), new PersonName(words, one.department())));
      }
    }
    out.sort(Comparator.comparingInt(Found::start));
    return out;
  }

  private static String title(Matcher titled) {
    return Stream.of("title", "post", "manager")
        .map(titled::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
