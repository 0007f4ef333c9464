package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People whom an English memo names without a title: "met john miller", "jennifer from
 * procurement". Dictation has no capitals, so a name counts only where its neighbours say that it
 * is one.
 */
final class EnglishNames {
  /**
   * Given names that are hardly ever another word; mark, will, grace and their like are not here.
   */
  private static final String GIVEN =
      "(?:john|peter|paul|michael|mike|david|dave|james|jim|robert|william|thomas|tom|richard|joseph|joe|charles|christopher|chris|daniel|dan|matthew|anthony|tony|steven|stephen|steve|andrew|andy|kevin|brian|george|edward|ronald|timothy|tim|jason|jeffrey|jeff|ryan|jacob|gary|nicholas|nick|eric|jonathan|justin|scott|brandon|benjamin|ben|samuel|sam|gregory|greg|alexander|alex|patrick|jackson|dennis|jerry|tyler|aaron|henry|adam|nathan|kyle|philip|phil|simon|oliver|oscar|martin|felix|lucas|lukas|leo|hugo|bruno|marco|mario|carlos|juan|pedro|diego|pablo|luis|jose|antonio|miguel|ahmed|mohammed|ali|omar|raj|ravi|sanjay|vijay|amit|arjun|hans|klaus|stefan|sebastian|tobias|fritz|ivan|igor|dmitri|sergei"
          + "|mary|maria|marie|patricia|jennifer|jenny|linda|elizabeth|barbara|susan|jessica|sarah|karen|lisa|nancy|betty|sandra|margaret|ashley|kimberly|kim|emily|donna|michelle|carol|amanda|melissa|deborah|stephanie|rebecca|laura|helen|sharon|cynthia|kathleen|amy|angela|anna|anne|ann|brenda|pamela|emma|nicole|samantha|katherine|catherine|kate|katie|christine|christina|debra|rachel|janet|heather|diane|julie|julia|olivia|joyce|kelly|lauren|martha|judith|judy|sophie|sophia|isabel|isabella|claudia|monika|monica|sabine|petra|ursula|elena|olga|natasha|irina|fatima|aisha|priya|anita|deepa|lucy|alice|ellen|eva|nina|nora|tina|vera|wendy|cindy|vivian|fiona|tiffany)";

  private static final String FAMILY =
      "(?:smith|johnson|williams|brown|jones|garcia|miller|davis|rodriguez|martinez|hernandez|lopez|gonzalez|wilson|anderson|thomas|taylor|moore|jackson|martin|thompson|harris|clark|lewis|robinson|walker|allen|wright|scott|torres|hill|green|adams|nelson|baker|hall|campbell|mitchell|carter|roberts|evans|edwards|collins|stewart|morris|murphy|cook|rogers|morgan|cooper|peterson|reed|bailey|kelly|howard|ward|watson|brooks|wood|james|bennett|gray|hughes|price|myers|foster|sanders|ross|patel|singh|kumar|sharma|schmidt|schneider|fischer|weber|meyer|wagner|becker|hoffmann|schulz|koch|richter|klein|wolf|kim|park|nguyen|tanaka|suzuki|"
          + EnglishPeople.PINYIN_FAMILY
          + ")";

  /** Given and family names by which most people are called. */
  static final String COMMON = "(?:" + GIVEN + "|" + FAMILY + ")";

  private static final String DEPARTMENT =
      "(?:(?:the )?(?:procurement|purchasing|finance|accounting|accounts|lab|laboratory|it|hr|sales|marketing|production|quality|maintenance|logistics|engineering|warehouse|radiology|cardiology|surgery|pharmacy|reception|admin|administration|legal|operations|management|front desk|head office|icu)(?: (?:department|team|office|desk))?)\\b";

  private static final String MEETING =
      "(?:met(?: with)?|meet(?:ing)?(?: with)?|spoke (?:to|with)|speak(?:ing)? (?:to|with)|talk(?:ed|ing)? (?:to|with)|lunch with|dinner with|call with|follow(?:ed)? up with|sat down with|had a (?:call|chat|word|meeting) with)";

  /** In front of a name. */
  private static final String AHEAD =
      "(?<=^|[,.;!?] |[,.;!?]|\\b(?:met|saw|see|seeing|meet|meeting|call|called|calling|ring|phone|email|text|visit|visited|with|to|told|tell|ask|asked|asking|remind|thank|and|for|from|by|because|but|so|that|if|when|then|today|yesterday|morning|afternoon|also|contact|is|invite|help) )";

  /** Behind a name. */
  private static final String BEHIND =
      "(?= (?:said|says|wants?|wanted|asked|asks|told|tells|called|calls|is|was|has|had|will|would|thinks|thought|likes|liked|loves|needs|needed|agreed|signed|complained|complains|promised|mentioned|mentions|feels|felt|from|at|in|about|who|and|or|on|by|to|the|tomorrow|today|next|again|before|for|because|but|so|too|can|can't|cannot|didn't|doesn't|won't|wasn't|isn't|confirmed|sent|gave|went|came|left|does|did|could|should|may|might|with|over|as|if|when|then|after|until|this|tonight|back|a|an|it|i|we|he|she|they|\\w+day)\\b|'s\\b| ?$|[,.;!?])";

  /** Not one of ours, and no saint or street. */
  private static final String NOT_OURS =
      "(?<!\\b(?:my|our) (?:colleague|boss|manager|friend|wife|husband|son|daughter|engineer|technician|assistant) )(?<!\\b(?:saint|st|st\\.|hi|hey|hello) )";

  private static final String NO_PLACE =
      "(?!(?:'s)? (?:hospital|clinic|school|street|road|avenue|university|college|bakery|hotel|church|company|ltd|inc|group|memorial|institute|medical|square|station|beach|island|airport|foods?|motors?|electronics|garage|shop|store|pharmacy|restaurant|cafe)\\b)";

  /** A word of a family name where it is none of the known ones. */
  private static final String OTHER_FAMILY =
      "(?!(?:said|says|from|about|who|and|the|last|next|again|today|tomorrow|tonight|yesterday|left|gave|went|came|sent|told|felt|made|took|had|has|was|is|will|back|over|too|here|there|now|still|also|just|first|on|in|at|by|to|for|with|or|if|but|so|it|this|that|can|may|might|would|could|should|did|does|how|what|when|why|where|because|before|after|until|later|soon|once|twice|both|their|his|her|my|our|them|him|a|an|i|we|he|she|they|you)\\b)[a-z]{3,}(?<!ed|ing|ly|s|day)(?= (?:from|at|of|who)\\b)";

  private static final Pattern KNOWN =
      Pattern.compile(
          NOT_OURS
              + "(?:"
              + AHEAD
              + "|\\b(?="
              + GIVEN
              + " (?:from|said|says|wants|asked|told|called)\\b))"
              + "(?<name>"
              + GIVEN
              + "(?: (?:"
              + FAMILY
              + "\\b|"
              + OTHER_FAMILY
              + "))?)\\b"
              + NO_PLACE
              + BEHIND
              + "(?: from (?<dept>"
              + DEPARTMENT
              + "))?");

  /** Any word that is met and comes from a department, or that somebody is called. */
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "\\b(?:"
              + MEETING
              + " (?<name>"
              + EnglishPeople.NOT_A_NAME
              + "(?!(?:some|any|every|no)(?:one|body)\\b|people\\b|both\\b|two\\b|three\\b|our\\b|my\\b|their\\b|\\w+s\\b)[a-z]{3,}) from (?<dept>"
              + DEPARTMENT
              + ")|(?:(?:his|her|my contact's) name is|(?:secretary|manager|director|nurse|buyer|assistant|engineer|contact|guy|lady|man|woman|owner|doctor|receptionist) (?:is )?(?:called|named)) (?<called>"
              + EnglishPeople.NOT_A_NAME
              + "(?!(?:me|us|you|back|again|yesterday|today|my|our|their|off|in|up|it|not)\\b)[a-z]{3,})\\b)");

  /** 小王 and 老李 as a Chinese rep says them in English. */
  private static final Pattern FAMILIAR =
      Pattern.compile("\\b(?:xiao|lao) " + EnglishPeople.PINYIN_FAMILY + "\\b");

  /** A name with its place in the text and the department it comes from. */
  record Named(int start, int end, String department) {}

  private EnglishNames() {}

  /** Every name, those of a kind in order. */
  static List<Named> in(String text) {
    var out = new ArrayList<Named>();
    for (Matcher m = KNOWN.matcher(text); m.find(); ) {
      out.add(new Named(m.start("name"), m.end("name"), department(m)));
    }
    for (Matcher m = INTRODUCED.matcher(text); m.find(); ) {
      String group = m.group("name") == null ? "called" : "name";
      out.add(new Named(m.start(group), m.end(group), department(m)));
    }
    for (Matcher m = FAMILIAR.matcher(text); m.find(); ) {
      out.add(new Named(m.start(), m.end(), ""));
    }
    return out;
  }

  private static String department(Matcher m) {
    String said = m.group("dept");
    return said == null ? "" : said.replaceFirst("^the ", "");
  }
}
