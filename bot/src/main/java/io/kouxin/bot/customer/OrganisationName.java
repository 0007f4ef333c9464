package io.kouxin.bot.customer;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an organisation, taken apart: place, what is its own, trade, kind, legal form.
 *
 * @param withoutLegalForm 上海华康医疗器械 of 上海华康医疗器械有限公司
 * @param withoutPlace 第一人民医院 of 华东市第一人民医院
 * @param core what is its own: 华康 of both 华康医院 and 上海华康医疗器械有限公司
 */
record OrganisationName(String withoutLegalForm, String withoutPlace, String core) {
  private static final Pattern PLACE =
      Pattern.compile(
          "^(?:[\\p{IsHan}]{2,5}?(?:省|自治区|自治州))?(?:[\\p{IsHan}]{2,4}?市)?(?:[\\p{IsHan}]{1,4}?[区县旗])?"
              + "(?:北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|武汉|成都|西安|长沙|郑州|青岛|济南|沈阳|大连|"
              + "宁波|厦门|福州|合肥|无锡|佛山|东莞|昆明|南昌|贵阳|太原|石家庄|哈尔滨|长春|南宁|海口|兰州|"
              + "江苏|浙江|广东|山东|河南|河北|湖南|湖北|四川|福建|安徽|江西|陕西|山西|辽宁|吉林|黑龙江|云南|"
              + "贵州|广西|海南|甘肃|中国)?");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司"
              + "|(?i:[ ,]+(?:ltd|limited|inc|llc|corp|corporation|co|company|plc|gmbh|group)\\.?)+)$");
  private static final Pattern KIND =
      Pattern.compile(
          "(?:(?:专科|康复|骨科|口腔|肿瘤|儿童|妇产|眼科|综合|中医|中西医结合)*"
              + "(?:医院|卫生院|诊所|门诊部|门诊)|保健院|卫生服务中心|医学检验所|检验所|大药房|药房|大学|学院|研究院"
              + "|研究所|超市|工厂|厂|中心|银行|酒店"
              + "|(?i:[ ]+(?:hospital|clinic|medical|surgical|diagnostics|health|healthcare|care|center|centre"
              + "|pharmacy|university|college|laboratory|lab|labs|systems|solutions|foods|school|hotel|bank))+)$");
  private static final Pattern TRADE =
      Pattern.compile(
          "(?:医疗器械|医疗科技|医疗|医药|药业|生物科技|生物技术|生物|科技|技术|贸易|商贸|实业|食品|精密机械|机械"
              + "|电子|信息|软件|工业|化工|材料|口腔)+$");
  private static final Pattern COMMON =
      Pattern.compile(
          "(?:第?[一二三四五六七八九十]|人民|中西医结合|中医药?|中心|妇幼保健|妇幼|妇产|儿童|口腔|肿瘤|骨科|眼科|专科|综合"
              + "|康复|附属|大学|医学|学院|医院|保健院?|诊所|卫生院|卫生服务|社区|门诊部?|市|省|县|区|镇|有限|责任|股份"
              + "|公司|集团|科技|医疗|器械|医药|药业|生物|贸易|大?药房|超市|工?厂|店|研究[院所]|检验所?|总|分|院|国际|中国"
              + "|\\s|(?i:the|general|city|county|regional|central|national|royal|st|hospital|clinic|medical|health"
              + "|center|centre|university|college|group|company|bank|hotel|school|pharmacy|surgical|care|community"
              + "|north|south|east|west|new|first|health ?care))*");

  static OrganisationName of(String name) {
    String bare = name.replaceFirst("^(?i:the )", "");
    String named = cut(LEGAL_FORM, bare);
    String local = cut(PLACE, named);
    // A name that is nothing but its place (江北新区) has no place in front of it.
    String withoutPlace = local.length() < 2 ? named : local;
    String core = cut(TRADE, cut(KIND, withoutPlace));
    return new OrganisationName(named, withoutPlace, core);
  }

  /** Whether many others could be called like this. */
  static boolean isCommon(String text) {
    return COMMON.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
  }

  private static String cut(Pattern part, String text) {
    return part.matcher(text).replaceFirst("").strip();
  }
}
